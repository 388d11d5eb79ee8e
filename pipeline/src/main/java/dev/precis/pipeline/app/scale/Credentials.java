package dev.precis.pipeline.app.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What another machine knows this one by: {@code user:password} or {@code Bearer TOKEN}, out of the environment or a
 * file, and never out of a command line, which all users of a machine see. It is in no message.
 */
final class Credentials {
    /** Of the environment. */
    static final String VARIABLE = "PRECIS_REMOTE_CREDENTIALS";

    private static final String BEARER = "Bearer ";

    private final String header;

    private Credentials(String header) {
        this.header = header;
    }

    /**
     * What a file says, or else the environment.
     *
     * @throws IllegalArgumentException if it is neither form, or the file cannot be read; its message may be shown
     */
    static Optional<Credentials> of(@Nullable Path file, Map<String, String> environment) {
        if (file != null) {
            try {
                return Optional.of(of(Files.readString(file).strip(), "the file " + file));
            } catch (IOException e) {
                throw new IllegalArgumentException("cannot read the credentials in " + file, e);
            }
        }
        return Optional.ofNullable(environment.get(VARIABLE)).map(text -> of(text, "the variable " + VARIABLE));
    }

    private static Credentials of(String text, String where) {
        if (text.startsWith(BEARER) && text.chars().noneMatch(Character::isISOControl)) {
            return new Credentials(text);
        }
        if (text.indexOf(':') > 0 && text.lines().count() == 1) {
            return new Credentials(
                    "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        throw new IllegalArgumentException(where + ": expected one line, user:password or " + BEARER + "TOKEN");
    }

    /** The value of the header {@code Authorization}. */
    String header() {
        return header;
    }

    @Override
    public String toString() {
        return "credentials";
    }
}
