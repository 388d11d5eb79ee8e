import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes one blog: its folder with settings, topics, pages, what a person reads there, and of which kinds it is. */
final class BlogWriter {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Plan plan;
    private final Words words;
    private final Random random;
    private final Path folder;

    BlogWriter(Plan plan, Path folder) {
        this.plan = plan;
        this.words = plan.words;
        this.random = plan.random;
        this.folder = folder;
    }

    /** How many pages with posts there are. */
    int write() throws IOException {
        Files.createDirectories(folder.resolve("archive"));
        List<Post> posts = posts();
        PageWriter pages = new PageWriter(plan);
        int many = 0;
        if (plan.form != Plan.Form.LIST) {
            for (Post post : posts) {
                String html = pages.single(post, posts);
                page(post.slug + ".html", html);
                check(post, html);
                many++;
            }
        }
        if (plan.form != Plan.Form.POSTS) {
            String html = pages.list(posts, plan.form == Plan.Form.POSTS_AND_EXCERPTS, posts);
            page("index.html", html);
            if (plan.form != Plan.Form.POSTS_AND_EXCERPTS) {
                posts.forEach(post -> check(post, html));
            }
            many++;
        }
        if (plan.has(Irregularity.OTHER_PAGES)) {
            page("about.html", pages.other("about", posts));
            page("contact.html", pages.other("contact", posts));
        }
        want(posts);
        Settings.write(plan, posts, folder);
        return many;
    }

    private List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        PostWriter writer = new PostWriter(plan);
        boolean named = plan.odd.stream().anyMatch(i -> i.group.equals("byline") || i.group.equals("box"));
        String author = !named && random.nextInt(8) == 0 ? "" : Work.person(random);
        boolean several = random.nextBoolean();
        LocalDateTime time = LocalDateTime.of(
                2008 + random.nextInt(16),
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                7 + random.nextInt(12),
                random.nextInt(60));
        for (int i = 0; i < plan.posts; i++) {
            String name = several && !author.isEmpty() ? Work.person(random) : author;
            words.newMatters(name);
            String study = words.capital(words.sentence("study"));
            Work work = Work.of(study, words.any("journal"), time.getYear() - random.nextInt(2), random);
            String title = title(study);
            List<String> topics = new ArrayList<>();
            if (plan.topics) {
                List<String> left = new ArrayList<>(words.all("topic"));
                Collections.shuffle(left, random);
                topics.addAll(left.subList(0, 1 + random.nextInt(2)));
            }
            String slug = slug(title);
            String taken = slug;
            slug += posts.stream().anyMatch(other -> other.slug.equals(taken)) ? "-" + (i + 1) : "";
            Post post = new Post(
                    title,
                    slug,
                    time,
                    plan.has(Irregularity.BYLINE_CAPS) ? name.toUpperCase(words.locale) : name,
                    work,
                    topics);
            writer.write(post);
            posts.add(post);
            time = time.minusDays(9 + random.nextInt(50)).plusMinutes(random.nextInt(300) - 150);
        }
        return posts;
    }

    private String title(String study) {
        String from = plan.has(Irregularity.TITLE_QUESTION)
                ? "question"
                : plan.has(Irregularity.TITLE_SENTENCE)
                        ? "sentence"
                        : plan.has(Irregularity.TITLE_COLON)
                                ? "colon"
                                : plan.has(Irregularity.TITLE_AS_STUDY) ? "" : "plain";
        String title = from.isEmpty() ? study : words.capital(words.sentence(from));
        return plan.has(Irregularity.TITLE_CAPS) ? title.toUpperCase(words.locale) : title;
    }

    static String slug(String title) {
        String plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() > 60 ? slug.substring(0, 60).replaceAll("-[^-]*$", "") : slug;
    }

    private void page(String name, String html) throws IOException {
        Charset charset =
                plan.has(Irregularity.WINDOWS_1252) ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder out = new StringBuilder();
        html.codePoints().forEach(c -> {
            String s = Character.toString(c);
            out.append(encoder.canEncode(s) ? s : "&#" + c + ";");
        });
        Path file = folder.resolve("archive").resolve(name);
        if (Files.exists(file)) {
            throw new IllegalStateException("two pages of one name: " + file);
        }
        Files.write(file, out.toString().getBytes(charset));
    }

    /** Nothing is wanted that does not stand on the page: a mark-up that forgets a part is a fault of ours. */
    private void check(Post post, String html) {
        String text = Html.page(html);
        List<String> wanted = new ArrayList<>(List.of(post.title, post.author));
        wanted.addAll(post.topics);
        List.of(Piece.Role.BODY, Piece.Role.IMPLICATION, Piece.Role.CITATION, Piece.Role.ALSO_CITED)
                .forEach(role -> wanted.addAll(post.texts(role)));
        for (String one : wanted) {
            if (!text.contains(one)) {
                throw new IllegalStateException(plan.id + " does not show: " + one);
            }
        }
        boolean dated = plan.odd.stream().anyMatch(Irregularity::onlyInHead)
                ? html.contains(post.time.toLocalDate().toString()) || html.contains("citation_publication_date")
                : text.contains(Dates.shown(post.time, plan));
        if (!dated) {
            throw new IllegalStateException(plan.id + " does not show the date of: " + post.title);
        }
    }

    private void want(List<Post> posts) throws IOException {
        ObjectNode want = JSON.createObjectNode();
        ArrayNode list = want.putArray("posts");
        for (Post post : posts) {
            ObjectNode one = list.addObject()
                    .put("title", post.title)
                    .put("date", post.time.toLocalDate().toString())
                    .put("author", post.author);
            put(one, "citation", post.texts(Piece.Role.CITATION));
            put(one, "citationAlso", post.texts(Piece.Role.ALSO_CITED));
            put(one, "body", post.texts(Piece.Role.BODY));
            put(one, "implications", post.texts(Piece.Role.IMPLICATION));
            put(one, "optional", post.texts(Piece.Role.OPTIONAL));
            put(one, "topics", post.topics);
        }
        JSON.writeValue(folder.resolve("want.json").toFile(), want);
        ObjectNode kinds =
                JSON.createObjectNode().put("markup", plan.markup.name).put("place", plan.place.toString());
        put(
                kinds,
                "irregularities",
                plan.odd.stream().map(Irregularity::toString).toList());
        kinds.put("style", plan.style.name().toLowerCase(Locale.ROOT))
                .put("language", words.locale.getLanguage())
                .put("form", plan.form.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        JSON.writeValue(folder.resolve("kinds.json").toFile(), kinds);
    }

    private static void put(ObjectNode node, String key, List<String> texts) {
        ArrayNode array = node.putArray(key);
        texts.forEach(array::add);
    }
}
