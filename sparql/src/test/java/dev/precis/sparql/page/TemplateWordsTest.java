package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of blogs say nothing that is not in the message files. */
class TemplateWordsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /** Of what belongs to no blog, and the desk: they speak English. */
    private static final Pattern OF_NO_BLOG =
            Pattern.compile("(?:desk.*|blogs|queries|question|releases|resource|sparql|vocabulary)\\.jte");

    /** Names and signs that are the same in every language, and what a DOI is shown with. */
    private static final Set<String> NAMES =
            Set.of("doi", "DOI", "PubMed", "ISBN", "ISSN", "unAPI", "ccp", "k", "n", "p");

    /** Attributes that readers see or hear, and all text between tags. */
    private static final Pattern READ = Pattern.compile("(?:aria-label|title|alt|placeholder|label)=\"([^\"<]*)\"");

    private static final Pattern CONTROL = Pattern.compile("(?m)^@(?:import|param)"
            + " .*$|^!\\{.*}$|(?s)<%--.*?--%>|(?s)<script.*?</script>|@(?:else(?!if)|endif|endfor)");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    @Test
    void everyWordIsInTheMessageFiles() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> templates = Files.list(TEMPLATES)) {
            for (Path template : templates.toList()) {
                String name = Objects.requireNonNull(template.getFileName()).toString();
                if (!OF_NO_BLOG.matcher(name).matches()) {
                    words(Files.readString(template)).forEach(word -> found.add(name + ": " + word));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void wordsAreFoundWhereverTheyStand() {
        assertThat(words("""
            @param String what
            @template.layout(frame = frame, content = @`
            <p class="date">Read @if(!what.isEmpty() && isIt(what))on@else${what}@endif</p>
            <a title="Where" href="${frame.href("x")}">${frame.say("key")}</a> DOI
            `)
            """)).containsExactly("Read", "on", "Where");
    }

    private static Set<String> words(String template) {
        String text = withoutCode(CONTROL.matcher(template).replaceAll(""));
        String read = READ.matcher(text).results().map(match -> match.group(1)).collect(Collectors.joining(" "));
        String between = text.replaceAll("<[^>]*>", " ");
        return WORD.matcher(between + " " + read)
                .results()
                .map(match -> match.group())
                .filter(word -> !NAMES.contains(word))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Without what is evaluated: whatever stands in the brackets of a value, a condition or another template. */
    private static String withoutCode(String template) {
        StringBuilder text = new StringBuilder();
        Pattern begin = Pattern.compile("\\$(?:unsafe)?\\{|@(?:if|elseif|for|template\\.[a-z]+)\\(|`\\)");
        var matcher = begin.matcher(template);
        int from = 0;
        while (matcher.find(from)) {
            text.append(template, from, matcher.start());
            from = matcher.end();
            if (!matcher.group().startsWith("`")) {
                int depth = 1;
                while (depth > 0 && from < template.length() && template.charAt(from) != '`') {
                    char at = template.charAt(from++);
                    depth += at == '(' || at == '{' ? 1 : at == ')' || at == '}' ? -1 : 0;
                }
                from += from < template.length() && template.charAt(from) == '`' && depth > 0 ? 1 : 0;
            }
        }
        return text.append(template.substring(from)).toString();
    }
}
