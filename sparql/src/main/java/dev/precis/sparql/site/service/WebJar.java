package dev.precis.sparql.site.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** A library for browsers on the class path (webjars.org), of npm: the build file alone says which version. */
record WebJar(String artifact, String version) {
    static WebJar of(String artifact) {
        String file = "/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties";
        Properties properties = new Properties();
        try (InputStream in = open(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return new WebJar(artifact, properties.getProperty("version", ""));
    }

    /** One of its files. */
    byte[] bytes(String file) {
        String resource = "/META-INF/resources/webjars/" + artifact + "/" + version + "/" + file;
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(WebJar.class.getResourceAsStream(resource), resource);
    }
}
