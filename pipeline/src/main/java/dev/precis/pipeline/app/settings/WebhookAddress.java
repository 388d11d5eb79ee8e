package dev.precis.pipeline.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes addresses that something can be posted to; what is refused is not repeated, since it may hold a secret. */
public final class WebhookAddress implements ITypeConverter<URI> {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @Override
    public URI convert(String text) {
        try {
            URI uri = new URI(text);
            boolean known =
                    uri.getHost() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
            if (known && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw expected();
        }
        throw expected();
    }

    private static TypeConversionException expected() {
        return new TypeConversionException("expected an http or https address without a user or a fragment");
    }
}
