package dev.precis.sparql.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.Studies;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Named;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Places PLACES = new Places(new Base(Studies.BASE));
    private static final Blog BLOG =
            new Blog(Studies.BASE + "blog", "Letter", "", "", "", "en", new Named("", ""), "", "");
    /** Words that are something else, too: parameters, kinds of rows, columns. */
    private static final Set<String> WORDS = Set.of("topic", "type", "person", "doi", "works", "statistics", "queries");

    /** What Places says without being asked for a part. */
    private static Set<String> addresses() throws ReflectiveOperationException {
        Set<String> addresses = new TreeSet<>();
        for (Method method : Places.class.getDeclaredMethods()) {
            boolean ofBlog = List.of(method.getParameterTypes()).equals(List.of(Blog.class));
            if (method.getReturnType() == String.class
                    && (ofBlog || (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())))
                    && !Set.of("toString", "answering").contains(method.getName())) {
                Object address = ofBlog ? method.invoke(null, BLOG) : method.invoke(PLACES);
                addresses.add(address.toString().substring(Studies.BASE.length()));
            }
        }
        for (IriTemplate kind : IriTemplate.values()) {
            String first = kind.toString().toLowerCase(java.util.Locale.ROOT);
            addresses.add(first.equals("work") ? "works/" : first + "/");
        }
        return addresses;
    }

    @Test
    void nobodyElseSaysAnAddress() throws Exception {
        Set<String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(30).contains("search", "sparql", "queries", "summary/", "api/");
        List<String> said = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(PlacesTest::isOfTheSite).toList()) {
                String source = Files.readString(file)
                        .replaceAll("(?s)/\\*.*?\\*/|(?m)^import .*$|(class|role|type)=\"[a-z ]*\"", "")
                        .replaceAll("\\b(say|count|pieces|says)\\(\"[a-z.-]+\"", ""); // words of a message file
                for (String address : addresses) {
                    if (!WORDS.contains(address) && says(source, address)) {
                        said.add(MAIN.relativize(file) + " says " + address);
                    }
                }
            }
        }
        assertThat(said).isEmpty();
    }

    private static boolean says(String source, String address) {
        return Pattern.compile("[\"}/]" + Pattern.quote(address) + "[\"?]")
                .matcher(source)
                .find();
    }

    private static boolean isOfTheSite(Path file) {
        String name = file.toString();
        return (name.endsWith(".java") || name.endsWith(".jte") || name.endsWith("robots.txt"))
                && (name.contains("/site/")
                        || name.contains("/page/")
                        || name.contains("/endpoint/")
                        || name.contains("/index/")
                        || name.contains("/jte/"))
                && !name.endsWith("/Places.java");
    }
}
