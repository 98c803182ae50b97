package io.belay.core.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * A program named docker, with as much of compose as releases ask of it. What it holds is in the folder that {@code DOCKER_STUB} names:
 * {@code registry}, a line "reference digest" for each image that can be had; {@code containers/SERVICE/}, a file for each of id, image,
 * state, health, exit and created; {@code calls}, what it was called with.
 */
public final class DockerProgram {
    private DockerProgram() {}

    /** Puts it into {@code folder}, which has to be on the path of whoever calls it. */
    public static void in(Path folder) {
        try (var program = DockerProgram.class.getResourceAsStream("docker-here.sh")) {
            var docker = folder.resolve("docker");
            Files.copy(Objects.requireNonNull(program), docker);
            Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
