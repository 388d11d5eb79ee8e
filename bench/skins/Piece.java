import java.util.List;

/** A piece of a page: its mark-up, and what a careful reader would say that its texts are. */
record Piece(Role role, String html, List<String> texts) {
    enum Role {
        BODY,
        IMPLICATION,
        CITATION,
        /** Of a work beside the study, where opinions differ on whether the summary cites it. */
        ALSO_CITED,
        /** Text that a reader may take for body or leave out. */
        OPTIONAL,
        /** No text of the post. */
        NONE
    }

    Piece(Role role, String html, String... texts) {
        this(role, html, List.of(texts));
    }
}
