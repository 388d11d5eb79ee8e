package dev.precis.pipeline.app.scale;

import dev.precis.pipeline.app.settings.WebhookAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a store of SPARQL 1.1 is asked and written to.
 *
 * @param sparql for queries (SPARQL 1.1 Protocol)
 * @param update for updates (the same); empty if graphs are put
 * @param gsp where graphs are put and deleted, each as {@code ?graph=IRI} (SPARQL 1.1 Graph Store HTTP Protocol); empty
 *     if updates write
 */
record RemoteAddress(URI sparql, Optional<URI> update, Optional<URI> gsp) {
    private static final Set<String> KEYS = Set.of("sparql", "update", "gsp");
    private static final String FORM = "expected sparql=URL,update=URL or sparql=URL,gsp=URL";

    RemoteAddress {
        if (update.isEmpty() && gsp.isEmpty()) {
            throw new IllegalArgumentException("nothing says where to write to: " + FORM);
        }
    }

    /** For people: it may be logged. */
    String host() {
        return sparql.getHost() + (sparql.getPort() < 0 ? "" : ":" + sparql.getPort());
    }

    /** Takes {@code sparql=URL,update=URL,gsp=URL}, of which one of the last two may be left out. */
    static final class Converter implements ITypeConverter<RemoteAddress> {
        @Override
        public RemoteAddress convert(String text) {
            Map<String, URI> named = new LinkedHashMap<>();
            // a comma may stand in an address, too
            for (String part : text.split(",(?=(?:sparql|update|gsp)=)", -1)) {
                int equals = part.indexOf('=');
                String key = equals < 0 ? "" : part.substring(0, equals);
                if (!KEYS.contains(key) || named.put(key, address(key, part.substring(equals + 1))) != null) {
                    throw new TypeConversionException(FORM);
                }
            }
            URI sparql = named.get("sparql");
            if (sparql == null) {
                throw new TypeConversionException(FORM);
            }
            try {
                return new RemoteAddress(sparql, of(named.get("update")), of(named.get("gsp")));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }

        private static Optional<URI> of(@Nullable URI address) {
            return Optional.ofNullable(address);
        }

        private static URI address(String key, String text) {
            try {
                return new WebhookAddress().convert(text);
            } catch (TypeConversionException e) {
                throw new TypeConversionException(key + "=: " + e.getMessage());
            }
        }
    }
}
