package dev.precis.pipeline.extract;

import dev.precis.pipeline.extract.Blog.Told;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The pages of a blog without addresses of posts as its systems dressed them over the years, menu, blurb, filters and
 * footer included: month above its posts, title, citation, text, implications.
 */
enum LegacySkin {
    DRUPAL("""
            <!DOCTYPE html><html lang=en dir=ltr><head><meta charset=utf-8><title>Blog | Paths and Benches</title></head>
            <body class=page-node-12><header role=banner><a href="/">University</a><nav><ul><li><a href=/about>About</a></li>
            <li><a href=/blog class=is-active>Blog</a></li></ul></nav></header><main><h1 class=page-title>Blog</h1>
            <div class=field--name-body><p>{about}</p></div><h2>This month...</h2><p>…{blurb}</p>
            <aside class=filters><h2>Topics</h2><ul class=cat1><li><a href="?p=1&amp;topic=11">Attendance</a></li>
            <li><a href="?p=1&amp;topic=12">Group Work</a></li></ul></aside><div class=view-content>""", """
            </div><ul class=pager><li><a href="?p=2">Next</a></li></ul></main><footer><p>© University</p></footer>""", "<h2>%s</h2>", "<article><h3>%s</h3>", "<p class=citation>%s</p>", "<p>%s</p>", "<h4>Practice Implications</h4>", "<p>%s</p>", "</article>"),
    WORDPRESS(
            """
            <!DOCTYPE html><html lang=en-CA><head><meta charset=UTF-8><title>Blog</title></head><body class=blog>
            <div id=page><header id=masthead><h1 class=site-title><a href="/">Paths and Benches</a></h1></header>
            <section class=intro><p>{about}</p></section><main id=main>""",
            """
            </main><aside id=secondary><h2>Archives</h2><ul><li class=cat-item><a href=/category/a/>Attendance</a></li>
            <li><a href=/2021/06/>June 2021</a></li></ul></aside><footer>Proudly powered by WordPress</footer></div>""",
            "",
            "<article class='post hentry'><header class=entry-header><h2 class=entry-title>%s</h2>"
                    + "<div class=entry-meta>Posted on <time class=entry-date datetime={month}-01T09:00:00-04:00>"
                    + "{name}</time></div></header><div class=entry-content>",
            "<blockquote><p>%s</p></blockquote>",
            "<p>%s</p>",
            "<p><strong>Practice Implications:</strong> ",
            "%s</p><p>",
            "</div><footer class=entry-footer>Posted in <a rel='category tag' href=/category/x/>Hills</a> |"
                    + " <a href=#respond>Leave a comment</a></footer></article>"),
    WORD(
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 14">
            <style><!-- p.MsoNormal {margin:0} --></style></head><body lang=EN-CA><div class=WordSection1>
            <p class=MsoNormal style="font-weight:bold"><span>Blog</span><o:p></o:p></p>
            <p class=MsoNormal><span lang=EN-CA style="font-size:11.0pt">{about}</span><o:p></o:p></p>
            <p class=MsoNormal><span lang=EN-CA>This&nbsp;</span><span style='mso-spacerun:yes'>month...</span></p>
            <p class=MsoNormal><span>…{blurb}</span><o:p></o:p></p>""",
            "</div>",
            "<p class=MsoNormal align=center><b><span style='font-size:16.0pt'>%s</span></b><o:p></o:p></p>",
            "<p class=MsoNormal><b><span style='color:#C00000'>%s</span></b><o:p>&nbsp;</o:p></p>",
            "<p class=MsoNormal style='margin-left:36pt;text-indent:-36pt'><span style='font-size:11.0pt'>%s</span></p>",
            "<p class=MsoNormal style='text-align:justify'><span lang=EN-CA>%s</span><o:p></o:p></p>",
            "<p class=MsoNormal><b><i>Practice Implications</i></b><o:p></o:p></p>",
            "<p class=MsoNormal style=''><span lang=EN-CA>%s</span><o:p></o:p></p>",
            "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"),
    TABLE(
            """
            <html><head><title>Blog</title></head><body bgcolor=white><table width=760 border=0><tr><td colspan=2>
            <img src=banner.gif alt=""></td></tr><tr><td width=140 valign=top><table><tr><td><a href=/>Home</a></td></tr>
            <tr><td><a href=/blog>Blog</a></td></tr></table></td><td valign=top><p>{about}</p><table width=600>""",
            "</table></td></tr><tr><td colspan=2 align=center><font size=1>© University</font></td></tr></table>",
            "<tr><td colspan=2 bgcolor=#eeeeee><font size=4>%s</font></td></tr>",
            "<tr><td valign=top>&nbsp;</td><td><font color=navy><b>%s</b></font></td></tr>",
            "<tr><td></td><td><font size=2>%s</font></td></tr>",
            "<tr><td></td><td>%s</td></tr>",
            "<tr><td></td><td><b><i>Practice Implications</i></b></td></tr>",
            "<tr><td></td><td>%s</td></tr>",
            "<tr><td colspan=2><hr></td></tr>"),
    DIV_SOUP(
            """
            <html><head><title>Blog</title></head><body><div id=w><div class=x1><div><div class=x2><a href=/>Home</a></div>
            <div class=x2><a href=/blog>Blog</a></div></div></div><div class=x3><div class=x4><div><span>{about}</span></div>
            </div><div class=x5><div>""",
            "</div></div></div><div class=x9><span>© University</span></div></div>",
            "<div class=a1><div><span class=s>%s</span></div></div>",
            "<div class=a2><div class=a3><div><span>%s</span></div></div><div class=a4>",
            "<div class=a5><div>%s</div></div>",
            "<div class=a6>%s</div>",
            "<div class=a7><div><span>Practice Implications</span></div></div>",
            "<div class=a6>%s</div>",
            "</div></div>"),
    BREAKS(
            """
            <html><head><title>Blog</title></head><body><center><b>Blog</b></center><br>{about}<br><br>
            <b>This month...</b><br>…{blurb}<br><br>""",
            "<br><hr><font size=1>© University</font>",
            "<center><b>%s</b></center><br>",
            "<b>%s</b><br><br>",
            "<i>%s</i><br><br>",
            "%s<br><br>",
            "<b>Practice Implications</b><br>",
            "%s<br><br>",
            "<br>"),
    TAG_ROT(
            """
            <HTML><TITLE>Blog</TITLE><BODY BGCOLOR=#FFFFFF><TABLE><TR><TD><A HREF=/>Home<A HREF=/blog>Blog</TABLE>
            <CENTER><B>Blog</CENTER></B><P>{about}</TD></P><P><B>This month...</B><P>…{blurb}</FONT>""",
            "<HR><P><FONT SIZE=1>© University</BODY>",
            "</TD><CENTER><FONT SIZE=+1><B>%s</CENTER></B></FONT>",
            "<P><FONT COLOR=navy><B>%s</FONT></B><BR>",
            "<P><I><FONT SIZE=2>%s</I></FONT></SPAN>",
            "<P ALIGN=justify>%s",
            "<P><B><I>Practice Implications</B></I>",
            "<P><SPAN>%s</P></SPAN>",
            "</TR></TD><P>&nbsp;"),
    /** Bold and large letters that nobody ends: from the first title on all looks alike. */
    UNCLOSED(
            "<HTML><TITLE>Blog</TITLE><BODY><P>{about}<P>This month...<P>…{blurb}",
            "<HR><P><FONT SIZE=1>© University",
            "<CENTER><B>%s",
            "<P><FONT COLOR=navy><B>%s",
            "<P><I>%s",
            "<P ALIGN=justify>%s",
            "<P><B><I>Practice Implications",
            "<P><SPAN>%s",
            "<P>&nbsp;");

    private final String head;
    private final String foot;
    private final String month;
    private final String title;
    private final String citation;
    private final String paragraph;
    private final String label;
    private final String advice;
    private final String end;

    LegacySkin(
            String head,
            String foot,
            String month,
            String title,
            String citation,
            String paragraph,
            String label,
            String advice,
            String end) {
        this.head = head.replace(
                        "{about}",
                        "This blog began when people who walk and sit for a living asked for regular news of research."
                                + " It offers a monthly summary of three studies.")
                .replace("{blurb}", "I blog about a diary of nights, forty waiting rooms, and letters.");
        this.foot = foot;
        this.month = month;
        this.title = title;
        this.citation = citation;
        this.paragraph = paragraph;
        this.label = label;
        this.advice = advice;
        this.end = end;
    }

    String page(List<Told> posts) {
        StringBuilder page = new StringBuilder(head);
        String current = "";
        for (Told post : posts) {
            if (!post.month().equals(current)) {
                current = post.month();
                add(page, month, nameOf(current));
            }
            add(page, title.replace("{month}", current).replace("{name}", nameOf(current)), post.title());
            post.citations().forEach(text -> add(page, citation, text));
            post.body().forEach(text -> add(page, paragraph, text));
            page.append(label);
            post.implications().forEach(text -> add(page, advice, text));
            page.append(end).append('\n');
        }
        return page.append(foot).append("</html>").toString();
    }

    private static void add(StringBuilder page, String markup, String text) {
        page.append(markup.replace("%s", text.replace("&", "&amp;"))).append('\n');
    }

    private static String nameOf(String month) {
        return YearMonth.parse(month).format(DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH));
    }
}
