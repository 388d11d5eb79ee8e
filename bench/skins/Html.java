/** Texts into mark-up and back. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String attribute(String text) {
        return escape(text).replace("\"", "&quot;");
    }

    /** What a browser would show of inline mark-up. */
    static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** The text of a page, each run of white space as one space, without soft hyphens. */
    static String page(String html) {
        String shown = html.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<(script|style)\\b.*?</\\1>", "");
        String text = text(shown.replace("&nbsp;", " ").replace("&shy;", "").replace("&quot;", "\""));
        return text.replaceAll("\\s+", " ");
    }

    static String link(String address, String text) {
        return "<a href=\"" + address + "\">" + escape(text) + "</a>";
    }
}
