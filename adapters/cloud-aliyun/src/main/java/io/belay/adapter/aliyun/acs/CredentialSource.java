package io.belay.adapter.aliyun.acs;

/** Where credentials come from; asked for every request, since those of a role end. */
@FunctionalInterface
public interface CredentialSource {
    /**
     * Those that hold now.
     *
     * @throws io.belay.core.PortException DENIED where there are none
     */
    Credentials current();
}
