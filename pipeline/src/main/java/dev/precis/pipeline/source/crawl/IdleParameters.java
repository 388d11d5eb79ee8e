package dev.precis.pipeline.source.crawl;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parameters of an address that make no other page of it: they tell where a reader came from, who is reading, or which
 * button is shown pressed. Known ones, those that the profile names, and those that a crawl finds out.
 */
final class IdleParameters {
    /**
     * Names given by those who count visits. Only what is used for nothing else: the general rules of AdGuard's "URL
     * Tracking" filter and of ClearURLs were read to choose them.
     */
    private static final Pattern TRACKING = Pattern.compile("utm_.+|_?(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid"
        + "|srsltid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|epik|sccid|li_fat_id|rb_clickid|irclickid)"
        + "|fb_(?:action_ids|action_types|comment_id|ref|source|xd_fragment)|action_(?:object|ref|type)_map"
        + "|_ga|_gl|__hs(?:tc|sc|fp)|_hsenc|_hsmi|hsctatracking|hsa_.+|mc_[ce]id|mkt_tok|ml_subscriber(?:_hash)?"
        + "|vero_(?:id|conv)|oly_(?:anon|enc)_id|(?:piwik|pk|mtm|matomo)_.+|itm_.+|at_(?:campaign|medium|custom\\d*)"
        + "|ns_(?:campaign|mchannel|source|linkname|fee)|guccounter|guce_referrer(?:_sig)?|_openstat|wickedid"
        + "|xtor|_sm_au_|cn-reloaded|doing_wp_cron|pagespeed|__cf_chl_.+");
    /** What opens a form, shows a button pressed or marks a comment: WordPress (core, Jetpack) and Blogger. */
    private static final Pattern BUTTONS = Pattern.compile(
            "replytocom|share|nb|like_comment|unapproved|moderation-hash|showcomment|commentpage|amp|noamp");
    /** Of the servers themselves: Java, PHP, ASP, ColdFusion (the list of Heritrix' StripSessionIDs, and its like). */
    private static final Pattern SESSION =
            Pattern.compile("jsessionid|php_?sessid|phpsession|aspsessionid.*|cfid|cftoken|oscsid|zenid|viewstate");
    /**
     * Short names, which are other things elsewhere ({@code sid=12} was a story): only with what looks drawn by lot.
     */
    private static final Pattern MAYBE_SESSION = Pattern.compile("s|sid|sess|sessid|session|session_?id");

    private static final Pattern DRAWN =
            Pattern.compile("(?=[a-z]*\\d)(?=\\d*[a-z])(?:[0-9a-f]{6,}|[0-9a-z]{16,})", Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_PATH = Pattern.compile("(?i);(?:jsessionid|phpsessid|sid|cfid|cftoken)=[^/;?#]*");

    private final List<Pattern> named;
    private final Set<String> found = new HashSet<>();

    /** @param named by the profile; {@code *} stands for anything */
    IdleParameters(List<String> named) {
        this.named =
                named.stream().map(name -> AddressParts.pattern(name, ".*")).toList();
    }

    /** That this one, too, makes no other page. */
    void add(String name) {
        found.add(name);
    }

    /** @param parameter as it stands in a query: {@code name=value} */
    boolean contain(String parameter) {
        String[] parts = parameter.split("=", 2);
        String name = parts[0];
        String lower = name.toLowerCase(Locale.ROOT);
        String value = parts.length == 2 ? parts[1] : "";
        return found.contains(name)
                || named.stream().anyMatch(pattern -> pattern.matcher(name).matches())
                || Stream.of(TRACKING, BUTTONS, SESSION)
                        .anyMatch(pattern -> pattern.matcher(lower).matches())
                || (lower.equals("m") && (value.equals("0") || value.equals("1"))) // Blogger's page for telephones
                || (MAYBE_SESSION.matcher(lower).matches()
                        && DRAWN.matcher(value).matches());
    }

    static String withoutSession(String path) {
        return IN_PATH.matcher(path).replaceAll("");
    }
}
