package dev.precis.sparql.guard.function;

/**
 * In how many ways Java's engine may go through a part of a pattern without asking for a character of the text. All of
 * them are tried where something behind fails, and nobody can stop that: forty times {@code (|)} are a million million.
 * After the grammar of {@link java.util.regex.Pattern}; what is not known here counts as infinitely many.
 */
final class EmptyWays {
    private static final String ZERO_WIDTH_ESCAPES = "bBAGzZ";
    private static final String BRACED_ESCAPES = "pPxNb";
    private static final String LOOKS = "=!>";

    private final String pattern;
    private final boolean comments;
    private int at;
    private boolean unknown;

    /**
     * @param empty ways in which a part matches nothing; 0 if it always takes a character
     * @param tried the most that are tried between two characters that are asked for
     */
    private record Ways(double empty, double tried) {
        static final Ways CHARACTER = new Ways(0, 1);
        static final Ways NOTHING = new Ways(1, 1);
    }

    private EmptyWays(String pattern, boolean comments) {
        this.pattern = pattern;
        this.comments = comments;
    }

    /**
     * Counts them.
     *
     * @param pattern one that Java's engine has compiled
     * @param comments whether white space and comments in it are left out
     */
    static double of(String pattern, boolean comments) {
        EmptyWays ways = new EmptyWays(pattern, comments);
        double tried = ways.choice().tried();
        return ways.unknown || ways.at < pattern.length() ? Double.POSITIVE_INFINITY : tried;
    }

    private Ways choice() {
        Ways all = sequence();
        while (accept('|')) {
            Ways next = sequence();
            all = new Ways(all.empty() + next.empty(), all.tried() + next.tried());
        }
        return all;
    }

    private Ways sequence() {
        double empty = 1;
        double since = 1; // the last part that took a character
        double tried = 1;
        skip();
        while (at < pattern.length() && !unknown && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            Ways part = repeated(part());
            tried = Math.max(tried, since * part.tried());
            since = part.empty() > 0 ? since * part.empty() : 1;
            tried = Math.max(tried, since);
            empty *= part.empty();
            skip();
        }
        return new Ways(empty, tried);
    }

    private Ways repeated(Ways part) {
        Ways all = part;
        skip();
        while (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
            all = switch (pattern.charAt(at++)) {
                case '{' -> counted(all);
                // Java's engine goes no further round where nothing was taken
                case '+' -> new Ways(all.empty(), all.tried() + 1);
                default -> new Ways(all.empty() + 1, all.tried() + 1);
            };
            skip();
        }
        return all;
    }

    private Ways counted(Ways part) {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at, Math.max(at, end)).split(",", 2);
        at = end + 1;
        try {
            int least = Integer.parseInt(bounds[0]);
            int most = bounds.length < 2 ? least : bounds[1].isEmpty() ? least + 1 : Integer.parseInt(bounds[1]);
            if (part.empty() == 0) {
                return new Ways(least == 0 ? 1 : 0, part.tried() + 1);
            }
            double each = part.empty() + (least < most ? 1 : 0);
            double ways = Math.pow(each, most);
            // the ways through one round, two, and so on
            double rounds = each > 1 ? 2 * ways : most;
            return new Ways(ways, rounds * part.tried());
        } catch (NumberFormatException odd) {
            return unknown();
        }
    }

    private Ways part() {
        return switch (pattern.charAt(at++)) {
            case '(' -> group();
            case '[' -> oneOfMany();
            case '\\' -> escape();
            case '^', '$' -> Ways.NOTHING;
            default -> Ways.CHARACTER;
        };
    }

    private Ways group() {
        boolean look = false;
        if (accept('?')) {
            if (accept('<')) {
                look = accept('=') || accept('!');
                at = look ? at : pattern.indexOf('>', at) + 1;
            } else if (LOOKS.indexOf(pattern.charAt(at)) >= 0) {
                look = true;
                at++;
            } else if (!flags()) {
                return Ways.NOTHING;
            }
        }
        Ways within = choice();
        if (!accept(')')) {
            return unknown();
        }
        return look ? new Ways(1, within.tried()) : within;
    }

    /** Whether a group follows. */
    private boolean flags() {
        while (at < pattern.length() && "idmsuU-".indexOf(pattern.charAt(at)) >= 0) {
            at++;
        }
        if (accept(')')) {
            return false;
        }
        unknown |= !accept(':');
        return true;
    }

    /** Classes within classes, and brackets of which it is not sure what they mean, are not followed. */
    private Ways oneOfMany() {
        accept('^');
        int begin = at;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        int end = Math.min(at, pattern.length());
        if (end == begin || pattern.substring(begin, end).contains("[")) {
            return unknown();
        }
        at++;
        return Ways.CHARACTER;
    }

    private Ways escape() {
        char c = pattern.charAt(at++);
        if (c == 'Q' || c == 'E') {
            return unknown();
        }
        if (c == 'k') {
            at = pattern.indexOf('>', at) + 1;
            return Ways.NOTHING;
        }
        if (BRACED_ESCAPES.indexOf(c) >= 0 && accept('{')) {
            at = pattern.indexOf('}', at) + 1;
        }
        boolean nothing = ZERO_WIDTH_ESCAPES.indexOf(c) >= 0 || c >= '1' && c <= '9';
        return nothing ? Ways.NOTHING : Ways.CHARACTER;
    }

    /** White space and comments, where they mean nothing. */
    private void skip() {
        while (comments && at < pattern.length() && (pattern.charAt(at) <= ' ' || pattern.charAt(at) == '#')) {
            if (pattern.charAt(at) == '#') {
                int end = pattern.indexOf('\n', at);
                at = end < 0 ? pattern.length() : end + 1;
            } else {
                at++;
            }
        }
    }

    private boolean accept(char expected) {
        boolean found = at < pattern.length() && pattern.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    private Ways unknown() {
        unknown = true;
        return Ways.NOTHING;
    }
}
