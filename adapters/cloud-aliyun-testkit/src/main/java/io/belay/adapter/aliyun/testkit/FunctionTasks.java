package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asynchronous tasks of a function. (API 2023-03-30, InvokeFunction and GetAsyncTask.) */
final class FunctionTasks {
    /** What an id may be is not documented; these are what the console makes and the examples show. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private FunctionTasks() {}

    static void begin(TestingFunction function, String id, String event) {
        if (function.withoutTasks) {
            // That an id is refused then is not documented; that it is passed over would be the easier case.
            throw new Refusal(400, "InvalidArgument", "asynchronous tasks are not enabled");
        }
        if (!ID.matcher(id).matches()) {
            throw new Refusal(400, "InvalidArgument", "the task's id is invalid");
        }
        if (function.tasks.putIfAbsent(id, new TestingFunction.Task(event)) != null) {
            throw new Refusal(409, "AsyncTaskAlreadyExists", "task '" + id + "' exists already");
        }
    }

    static Reply describe(TestingFunction function, String id) {
        var task = Optional.ofNullable(function.tasks.get(id))
                .orElseThrow(() -> new Refusal(404, "AsyncTaskNotFound", "task '" + id + "' does not exist"));
        var said = new HashMap<String, Object>(Map.of("taskId", id, "taskPayload", task.event));
        if (!task.asked) {
            task.asked = true;
            said.put("status", "Running");
            return Reply.ok(said);
        }
        try {
            var answer = function.code.apply(task.event);
            if (function.returnsPayload) {
                said.put("returnPayload", answer);
            }
            said.put("status", "Succeeded");
        } catch (IllegalStateException failed) {
            said.put("taskErrorMessage", String.valueOf(failed.getMessage()));
            said.put("status", "Failed");
        }
        return Reply.ok(said);
    }
}
