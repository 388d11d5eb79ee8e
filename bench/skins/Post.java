import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** One post of a generated blog: what it says, and what a person would read out of it. */
final class Post {
    final String title;
    final String slug;
    final LocalDateTime time;
    /** As printed; empty where none is. */
    final String author;

    final Work study;
    final List<String> topics;
    final List<Piece> pieces = new ArrayList<>();
    /** What the page shows as its first words, for lists of excerpts. */
    String excerpt = "";

    Post(String title, String slug, LocalDateTime time, String author, Work study, List<String> topics) {
        this.title = title;
        this.slug = slug;
        this.time = time;
        this.author = author;
        this.study = study;
        this.topics = topics;
    }

    List<String> texts(Piece.Role role) {
        return pieces.stream()
                .filter(piece -> piece.role() == role)
                .flatMap(piece -> piece.texts().stream())
                .toList();
    }

    String content() {
        StringBuilder html = new StringBuilder();
        pieces.forEach(piece -> html.append(piece.html()).append('\n'));
        return html.toString();
    }
}
