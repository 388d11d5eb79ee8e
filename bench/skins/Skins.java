import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Generates blogs: any mark-up, any irregularities, any place of the citation, from a seed.
 *
 * <pre>Skins HOME OUT [--seed N] [--blogs N | --pages N] [--kinds dev|held|all]</pre>
 *
 * HOME is the folder with {@code words} and {@code markup}. Each blog is a folder in OUT: {@code profile.yaml},
 * {@code topics.ttl}, {@code archive/}, {@code want.json} (what a careful reader takes out) and {@code kinds.json}.
 */
final class Skins {
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        Path out = Path.of(arguments[1]);
        long seed = 1;
        int blogs = Integer.MAX_VALUE;
        int pages = Integer.MAX_VALUE;
        Kinds kinds = new Kinds("all");
        for (int i = 2; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                case "--blogs" -> blogs = Integer.parseInt(arguments[i + 1]);
                case "--pages" -> pages = Integer.parseInt(arguments[i + 1]);
                case "--kinds" -> kinds = new Kinds(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (blogs == Integer.MAX_VALUE && pages == Integer.MAX_VALUE) {
            blogs = 20;
        }
        List<Markup> markups = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.resolve("markup"))) {
            for (Path file : files.sorted().toList()) {
                Markup markup = new Markup(file);
                if (kinds.markup(markup)) {
                    markups.add(markup);
                }
            }
        }
        int written = 0;
        int made = 0;
        for (; made < blogs && written < pages; made++) {
            // each blog has its own numbers, so that it stays as it is when another mark-up or word is added before it
            Random random = new Random(new SplittableRandom(seed * 1_000_003 + made).nextLong());
            Markup markup = markups.get(made % markups.size());
            String language = random.nextInt(7) == 0 ? List.of("de", "fr", "es").get(random.nextInt(3)) : "en";
            Words words = new Words(home.resolve("words"), language, random);
            String id = "b%04d-%s".formatted(made, markup.name);
            written += new BlogWriter(new Plan(id, markup, words, kinds, random), out.resolve(id)).write();
        }
        System.out.println(made + " blogs, " + written + " pages with posts, seed " + seed + ", " + kinds.half());
    }
}
