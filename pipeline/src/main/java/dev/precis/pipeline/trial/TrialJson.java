package dev.precis.pipeline.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.trial.Trial.TriedPage;
import dev.precis.pipeline.trial.TriedPost.Told;
import java.util.List;
import java.util.Locale;

/** Writes trials as one JSON document for programs. */
public final class TrialJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrialJson() {}

    /** The pages of all sources in the order read, and the advice for all of them. */
    public static String of(List<Trial> trials) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode pages = document.putArray("pages");
        ArrayNode advice = document.putArray("advice");
        for (Trial trial : trials) {
            trial.pages().forEach(page -> page(page, trial.profile(), pages.addObject()));
            Advice.of(trial).forEach(advice::add);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is JSON", e);
        }
    }

    private static void page(TriedPage page, SourceProfile profile, ObjectNode node) {
        node.put("address", page.page().address().toString());
        node.put("kind", page.page().kind().name().toLowerCase(Locale.ROOT));
        ArrayNode posts = node.putArray("posts");
        page.posts().forEach(post -> post(post, profile, posts.addObject()));
        texts(page.page().leftover(), node.putArray("leftover"));
    }

    private static void post(TriedPost post, SourceProfile profile, ObjectNode node) {
        told(post.title(), node.putObject("title"));
        told(post.date(), node.putObject("date"));
        told(post.author(profile), node.putObject("author"));
        texts(post.draft().citations(), node.putArray("citations"));
        texts(post.draft().body(), node.putArray("body"));
        texts(post.draft().implications(), node.putArray("implications"));
        ArrayNode topics = node.putArray("topics");
        post.topics().forEach(topics::add);
    }

    private static void told(Told field, ObjectNode node) {
        node.put("value", field.value()).put("from", field.from());
    }

    private static void texts(List<Passage> passages, ArrayNode array) {
        passages.forEach(passage -> array.add(passage.text()));
    }
}
