package io.belay.adapter.aliyun.sls;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.openservices.log.Client;
import com.aliyun.openservices.log.common.Chart;
import com.aliyun.openservices.log.common.LogStore;
import com.aliyun.openservices.log.common.SavedSearch;
import com.aliyun.openservices.log.common.auth.DefaultCredentials;
import com.aliyun.openservices.log.common.auth.StaticCredentialsProvider;
import com.aliyun.openservices.log.exception.LogException;
import com.aliyun.openservices.log.http.client.ClientConfiguration;
import com.aliyun.openservices.log.http.signer.SignVersion;
import com.aliyun.openservices.log.request.CreateDashboardRequest;
import com.aliyun.openservices.log.request.CreateSavedSearchRequest;
import com.aliyun.openservices.log.request.DeleteDashboardRequest;
import com.aliyun.openservices.log.request.DeleteSavedSearchRequest;
import com.aliyun.openservices.log.request.GetDashboardRequest;
import com.aliyun.openservices.log.request.GetSavedSearchRequest;
import com.aliyun.openservices.log.request.ListDashboardRequest;
import com.aliyun.openservices.log.request.ListSavedSearchRequest;
import com.aliyun.openservices.log.request.UpdateDashboardRequest;
import com.aliyun.openservices.log.request.UpdateSavedSearchRequest;
import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.alarms.CloudMonitorStore;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.mns.MnsReach;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Received;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.SavedQuery;
import io.belay.core.plan.Change;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the store asks of Log Service, asked by the official client: method, path, parameters and content are the same but for defaults
 * that only the official one spells out, and over its headers our signature is its signature. The official client takes no address of
 * loopback, but a proxy: the cloud here.
 */
class OfficialLogClientTest {
    private static final Owner OWNER = new Owner("shop", "prod");
    private static final String REGION = "cn-hangzhou";
    private static final String PROJECT = "shop";
    private static final String LOG = "function-log";

    private static final SavedQuery QUERY = new SavedQuery("failures", List.of(LOG), "status: 500 and \"中\"");
    private static final Dashboard PAGE = new Dashboard(
            "serve", List.of(new Dashboard.Widget("Words", List.of(new Measure.Query("* | select 1 as value")))));

    /** What the official client says of a log store, a dashboard and a chart that we leave to Log Service. */
    private static final List<String> DEFAULTS =
            List.of("telemetryType", "resourceQuota", "shardCount", "enable_tracking", "attribute", "action");

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final AlarmStore store = new CloudMonitorStore(
            Cloud.monitor(cloud),
            REGION,
            new MnsReach(REGION, Cloud.endpoints(cloud)::topics, () -> Cloud.CREDENTIALS, Exchange.USUAL),
            new LogClient(cloud.endpoint(), REGION, () -> Cloud.CREDENTIALS, Exchange.USUAL),
            LOG);

    private final Client official = official();

    @BeforeEach
    void stands() {
        cloud.logs().store(LOG, 3650);
    }

    @AfterEach
    void close() {
        official.shutdown();
        cloud.close();
    }

    /** The signature of the fourth version has to be asked for by what is to go. */
    @SuppressWarnings("deprecation")
    private Client official() {
        var configuration = new ClientConfiguration();
        configuration.setProxyHost("127.0.0.1");
        configuration.setProxyPort(cloud.endpoint().getPort());
        configuration.setSignatureVersion(SignVersion.V4);
        configuration.setRegion(REGION);
        var key = new DefaultCredentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, AliyunCloud.TOKEN);
        return new Client(
                "http://cn-hangzhou.log.aliyuncs.com", new StaticCredentialsProvider(key), configuration, null);
    }

    /** What a client is made to do. */
    interface Call {
        void run() throws Exception;
    }

    private Received sent(String method, String path, Call call) throws Exception {
        cloud.forget();
        try {
            call.run();
        } catch (LogException _) {
            // What it is answered is of no matter here.
        }
        return cloud.received().stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void same(String method, String path, Call theirs, Call ours) throws Exception {
        var their = sent(method, path, theirs);
        var our = sent(method, path, ours);

        assertThat(parameters(our)).isEqualTo(parameters(their));
        assertThat(content(our)).isEqualTo(content(their));
        assertThat(signedByUs(their)).isEqualTo(their.header("authorization").orElseThrow());
    }

    /** A filter that is empty filters nothing. */
    private static Map<String, String> parameters(Received request) {
        var parameters = new TreeMap<>(request.parameters());
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    private static Object content(Received request) {
        return plain(Json.read(request.body()).orElse(Json.EMPTY).members());
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<Object, Object>();
                map.forEach((name, member) -> {
                    if (!DEFAULTS.contains(name)) {
                        members.put(name, plain(member));
                    }
                });
                yield members;
            }
            case List<?> list -> {
                var items = new ArrayList<>();
                list.forEach(each -> items.add(plain(each)));
                yield items;
            }
            case BigDecimal number -> number.stripTrailingZeros();
            default -> value;
        };
    }

    private static String signedByUs(Received request) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> {
            if (name.equals("host")
                    || name.equals("content-type")
                    || name.startsWith("x-log-")
                    || name.startsWith("x-acs-")) {
                headers.put(name, value);
            }
        });
        return LogSignature.authorization(
                Cloud.CREDENTIALS,
                REGION,
                request.method(),
                request.path(),
                new TreeMap<>(request.parameters()),
                headers);
    }

    private Canonical form(Resource wanted) throws InterruptedException {
        return store.canonical(OWNER, List.of(wanted), Cloud.soon(InstantSource.system()))
                .getFirst()
                .form()
                .orElseThrow();
    }

    private void apply(Change<Canonical> change) throws InterruptedException {
        store.apply(OWNER, List.of(change), Cloud.soon(InstantSource.system()));
    }

    private void current() throws InterruptedException {
        store.current(OWNER, List.of(QUERY, PAGE), Cloud.soon(InstantSource.system()));
    }

    private static SavedSearch search() {
        var search = new SavedSearch();
        search.setSavedSearchName(QUERY.name());
        search.setDisplayName("[belay shop/prod] failures");
        search.setLogstore(LOG);
        search.setTopic("");
        search.setSearchQuery(QUERY.text());
        return search;
    }

    private static com.aliyun.openservices.log.common.Dashboard page() {
        var chart = new Chart();
        chart.setTitle("Words");
        chart.setDisplayName("Words");
        chart.setType("line");
        chart.setLogstore(LOG);
        chart.setTopic("");
        chart.setQuery("* | select 1 as value");
        chart.setStart("-86400s");
        chart.setEnd("now");
        chart.setxAxisKeys(new ArrayList<>(List.of("minute")));
        chart.setyAxisKeys(new ArrayList<>(List.of("value")));
        chart.setxPosition(0);
        chart.setyPosition(0);
        chart.setWidth(5);
        chart.setHeight(5);
        var page = new com.aliyun.openservices.log.common.Dashboard();
        page.setDashboardName(PAGE.name());
        page.setDisplayName(PAGE.name());
        page.setDescription("[belay shop/prod]");
        page.setChartList(new ArrayList<>(List.of(chart)));
        return page;
    }

    @Test
    void aLogStoreIsReadAndKeptAsTheOfficialClientDoes() throws Exception {
        var change = new Change.Create<>(form(new Retention(LOG, Optional.of(30), false)));
        var log = new LogStore(LOG, 30, 2);
        // As it stands there, since all of it goes with each write.
        log.setmAutoSplit(true);
        log.setmMaxSplitShard(64);
        log.setAppendMeta(true);
        log.setHotTTL(30);

        same("GET", "/logstores/" + LOG, () -> official.GetLogStore(PROJECT, LOG), () -> apply(change));
        cloud.logs().store(LOG, 3650);
        same("PUT", "/logstores/" + LOG, () -> official.UpdateLogStore(PROJECT, log), () -> {
            cloud.logs().store(LOG, 3650);
            apply(change);
        });
    }

    @Test
    void aSavedSearchIsKeptAsTheOfficialClientKeepsIt() throws Exception {
        var form = form(QUERY);
        var one = "/savedsearches/failures";
        same(
                "GET",
                "/savedsearches",
                () -> official.listSavedSearch(new ListSavedSearchRequest(PROJECT, 0, 100)),
                this::current);
        same(
                "GET",
                one,
                () -> official.getSavedSearch(new GetSavedSearchRequest(PROJECT, "failures")),
                () -> apply(new Change.Delete<>(form)));
        same(
                "POST",
                "/savedsearches",
                () -> official.createSavedSearch(new CreateSavedSearchRequest(PROJECT, search())),
                () -> {
                    official.deleteSavedSearch(new DeleteSavedSearchRequest(PROJECT, "failures"));
                    apply(new Change.Create<>(form));
                });
        var other = form(new SavedQuery("failures", List.of(LOG), "other"));
        same(
                "PUT",
                one,
                () -> {
                    official.updateSavedSearch(new UpdateSavedSearchRequest(PROJECT, search()));
                    cloud.logs().search("failures", "[belay shop/prod] failures", LOG, "other");
                },
                () -> apply(new Change.Update<>(other, form)));
        same(
                "DELETE",
                one,
                () -> {
                    official.deleteSavedSearch(new DeleteSavedSearchRequest(PROJECT, "failures"));
                    official.createSavedSearch(new CreateSavedSearchRequest(PROJECT, search()));
                },
                () -> apply(new Change.Delete<>(form)));
    }

    @Test
    void aDashboardIsKeptAsTheOfficialClientKeepsIt() throws Exception {
        var form = form(PAGE);
        var one = "/dashboards/serve";
        same("GET", "/dashboards", () -> official.listDashboard(list()), this::current);
        same(
                "GET",
                one,
                () -> official.getDashboard(new GetDashboardRequest(PROJECT, "serve")),
                () -> apply(new Change.Delete<>(form)));
        same("POST", "/dashboards", () -> official.createDashboard(new CreateDashboardRequest(PROJECT, page())), () -> {
            official.deleteDashboard(new DeleteDashboardRequest(PROJECT, "serve"));
            apply(new Change.Create<>(form));
        });
        cloud.logs().dashboard("serve", "", LOG, "other");
        var theirs = store.current(OWNER, List.of(PAGE), Cloud.soon(InstantSource.system()))
                .getFirst()
                .form();
        same(
                "PUT",
                one,
                () -> {
                    official.updateDashboard(new UpdateDashboardRequest(PROJECT, page()));
                    cloud.logs().dashboard("serve", "", LOG, "other");
                },
                () -> apply(new Change.Update<>(theirs, form)));
        same(
                "DELETE",
                one,
                () -> {
                    official.deleteDashboard(new DeleteDashboardRequest(PROJECT, "serve"));
                    official.createDashboard(new CreateDashboardRequest(PROJECT, page()));
                },
                () -> apply(new Change.Delete<>(form)));
    }

    private static ListDashboardRequest list() {
        var list = new ListDashboardRequest(PROJECT);
        list.setOffset(0);
        list.setSize(100);
        return list;
    }

    /** It is answered as the cloud answers: none of its requests is refused for what is signed. */
    @Test
    void theOfficialClientIsServed() throws Exception {
        official.createSavedSearch(new CreateSavedSearchRequest(PROJECT, search()));
        official.createDashboard(new CreateDashboardRequest(PROJECT, page()));

        assertThat(official.GetLogStore(PROJECT, LOG).GetLogStore().GetTtl()).isEqualTo(3650);
        assertThat(official.getSavedSearch(new GetSavedSearchRequest(PROJECT, "failures"))
                        .getSavedSearch()
                        .getSearchQuery())
                .isEqualTo(QUERY.text());
        assertThat(official.listSavedSearch(new ListSavedSearchRequest(PROJECT, 0, 100))
                        .getSavedSearches())
                .singleElement()
                .satisfies(each -> assertThat(each.getSavedSearchName()).isEqualTo("failures"));
        assertThat(official.listDashboard(list()).getDashboards()).hasSize(1);
    }
}
