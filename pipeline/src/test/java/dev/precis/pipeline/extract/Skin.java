package dev.precis.pipeline.extract;

import dev.precis.pipeline.extract.Blog.Told;
import java.util.List;
import java.util.Locale;

/** Ways in which pages dress the same posts; each mark-up holds {@code %s} where the text goes. */
enum Skin {
    HEADINGS("<h2>%s</h2>", "<h3>%s</h3>", "<p>%s</p>", "<h4>%s</h4>", "<p>%s</p>"),
    ONE_LEVEL("<h2>%s</h2>", "<h2>%s</h2>", "<p>%s</p>", "<h2>%s</h2>", "<p>%s</p>"),
    LABEL_ABOVE_TITLE("<h4>%s</h4>", "<h3>%s</h3>", "<p><i>%s</i></p>", "<h2>%s</h2>", "<p>%s</p>"),
    BOLD("<p><b>%s</b></p>", "<p><strong>%s</strong></p>", "<p>%s</p>", "<p><b>%s:</b></p>", "<p>%s</p>"),
    PLAIN("<p>%s</p>", "<p>%s</p>", "<p>%s</p>", "<p>%s</p>", "<p>%s</p>"),
    BREAKS("%s<br><br>", "%s<br><br>", "%s<br><br>", "%s<br><br>", "%s<br><br>"),
    BOLD_LINES("<b>%s</b><br>", "<b>%s</b><br>", "%s<br>", "<b>%s</b><br>", "%s<br>"),
    FONTS(
            "<center><font size=4>%s</font></center>",
            "<font color=navy><b>%s</b></font><br>",
            "<font size=1>%s</font><br><br>",
            "<font color=navy>%s</font><br><br>",
            "%s<br><br>"),
    DIVS(
            "<div class=m><span>%s</span></div>",
            "<div class=t><div><span>%s</span></div></div>",
            "<div class=c>%s</div>",
            "<div class=l>%s</div>",
            "<div class=x><div>%s</div></div>"),
    LIST("</dl><h2>%s</h2><dl>", "<dt>%s", "<dd>%s", "<dd><em>%s</em>", "<dd>%s"),
    RUN_IN("<h1>%s</h1>", "<h2><a href=x>%s</a></h2>", "<blockquote>%s</blockquote>", "<b>%s</b> ", "%s<p>"),
    ROT("<CENTER><B>%s</CENTER></B>", "<P><B><I>%s</B></I>", "<P><FONT SIZE=2>%s", "<P><B>%s</B>", "<P>%s");

    private final String month;
    private final String title;
    private final String citation;
    private final String label;
    private final String paragraph;

    Skin(String month, String title, String citation, String label, String paragraph) {
        this.month = month;
        this.title = title;
        this.citation = citation;
        this.label = label;
        this.paragraph = paragraph;
    }

    String page(List<Told> posts) {
        StringBuilder page = new StringBuilder("<html><body><div>");
        String current = "";
        for (Told post : posts) {
            if (!post.month().equals(current)) {
                add(page, month, monthName(post.month()));
                current = post.month();
            }
            add(page, title, post.title());
            post.citations().forEach(text -> add(page, citation, text));
            post.body().forEach(text -> add(page, paragraph, text));
            if (!post.implications().isEmpty()) {
                add(page, label, "Practice Implications");
                post.implications().forEach(text -> add(page, paragraph, text));
            }
        }
        return page.append("</div></body></html>").toString();
    }

    private static void add(StringBuilder page, String markup, String text) {
        page.append(markup.replace("%s", text.replace("&", "&amp;"))).append('\n');
    }

    private static String monthName(String month) {
        return java.time.YearMonth.parse(month)
                .format(java.time.format.DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH));
    }
}
