package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Finding.Role;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.claim.Located;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a sentence's numbers are about, by the words around them. */
final class Roles {
    private static final Set<String> EARLIER = Words.of("""
        previous previously prior earlier past worldwide globally prevalence known estimates older much-cited
        often-cited well-known classic famous frühere früheren bisherige bisherigen
        """);
    private static final Set<String> LITERATURE = Words.of("""
        research studies study meta-analysis meta-analyses review reviews findings work
        literature evidence trials surveys übersichten studien arbeiten
        """);
    /** What starts the part of a sentence that tells of this study. */
    private static final Set<String> TURNS = Words.of("; but whereas while yet however");

    private static final Set<String> OWN = Words.of("we our ours us here present current new authors they neuen");
    private static final Set<String> LIKE = Words.of("unlike like than contrary contrast consistent line with as");
    private static final Set<String> PEOPLE = Words.of("""
        people adults population persons americans canadians europeans australians women men children adolescents
        """);
    private static final Set<String> NOW =
            Words.of("have has will suffer suffers affects affect experience live develop");
    private static final Set<String> PAST =
            Words.of("was were had did reported showed found received completed dropped");
    private static final Set<String> POPULATIONS = Words.of("worldwide globally population prevalence nationally");
    private static final Set<String> SAMPLING = Words.of("""
        sample samples included including include includes participants participated recruited
        randomized randomised enrolled collected consisted comprised aged age ages women men
        female male girls boys identified screened representing found surveyed interviewed
        reviewed drawn working database completed recordings large treated searched took
        """);

    private static final Set<String> WHO = Words.of("""
        studies trials samples meta-analyses patients clients participants people adults adolescents children students
        women men couples families therapists individuals veterans
        """);

    /** How summaries name the study that they are about. */
    private static final Pattern STUDY =
            Pattern.compile("\\b[Ii]n (?:this|the (?:present|current)|(?:a|their) (?:new|recent))"
                    + " (?:\\p{L}[\\p{L}-]* ){0,3}(?:study|meta-analysis|review|trial)\\b"
                    + "|\\p{Lu}[\\p{L}-]+ and (?:colleagues|coworkers|co-workers)\\b");

    private Roles() {}

    /** Whether the sentence names the study, so that what stands before it is about others. */
    static boolean introduces(String sentence) {
        return STUDY.matcher(sentence).find();
    }

    /** What each of the numbers is about, in their order. */
    static List<Role> of(Tokens tokens, List<Located> numbers) {
        boolean inferred = numbers.stream().anyMatch(number -> isInferred(number.statistic()));
        boolean counted = numbers.stream().anyMatch(number -> number.statistic() instanceof Statistic.Count);
        boolean ages = has(tokens, Set.of("aged", "age", "ages", "women", "female", "men", "male"));
        boolean sample = !inferred && (counted || ages) && has(tokens, SAMPLING);
        boolean known = !inferred && (has(tokens, POPULATIONS) || isOfPeople(tokens)) || isKnown(tokens);
        boolean earlier = isEarlierWork(tokens);
        return numbers.stream()
                .map(number -> known || earlier && !isOwn(tokens, number.first())
                        ? Role.BACKGROUND
                        : sample && number.kind() != Located.Kind.EFFECT || isSample(tokens, number)
                                ? Role.SAMPLE
                                : Role.RESULT)
                .toList();
    }

    /** "..., but the new analysis yields r = .28": the part behind the turn is of this study. */
    private static boolean isOwn(Tokens tokens, int number) {
        int turn = number;
        while (turn > 0 && !tokens.isOneOf(turn, TURNS)) {
            turn--;
        }
        boolean own = false;
        for (int i = turn + 1; turn > 0 && i < number && !own; i++) {
            own = tokens.isOneOf(i, OWN) || tokens.lower(i).equals("this") && tokens.isOneOf(i + 1, LITERATURE);
        }
        return own;
    }

    /** "r = .38 in 16 studies with 1,502 clients": who an effect was found in. */
    private static boolean isSample(Tokens tokens, Located number) {
        if (!(number.statistic() instanceof Statistic.Count count)) {
            return false;
        }
        // a bare n or k
        boolean bare = count.unit().isEmpty();
        return bare
                || tokens.isOneOf(
                                tokens.lower(number.first() - 1).equals("the")
                                        ? number.first() - 2
                                        : number.first() - 1,
                                Set.of("in", "across", "from", "with", "of", "among"))
                        && WHO.contains(count.unit()
                                .substring(count.unit().lastIndexOf(' ') + 1)
                                .toLowerCase(Locale.ROOT));
    }

    /** A test, an interval or a p shows that something was found, not who was asked. */
    /** Whether something was estimated or tested. */
    static boolean isInferred(Statistic statistic) {
        return statistic instanceof Statistic.BareProbability
                || statistic.attachments().stream()
                        .anyMatch(attachment -> attachment instanceof Attachment.Interval
                                || attachment instanceof Attachment.Probability
                                || attachment instanceof Attachment.StandardError);
    }

    /** "Previous research", "in an earlier meta-analysis": a word for earlier directly before a word for research. */
    private static boolean isEarlierWork(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            // "in a 2001 review"
            boolean dated = tokens.isNumber(i)
                    && tokens.isOneOf(i - 1, Set.of("a", "one"))
                    && tokens.isOneOf(i + 1, LITERATURE)
                    && tokens.text(i).length() == 4;
            if (dated) {
                return true;
            }
            if (tokens.isOneOf(i, EARLIER)
                    && (tokens.isOneOf(i + 1, LITERATURE) || tokens.isOneOf(i + 2, LITERATURE))
                    && !tokens.anyBefore(i, 3, LIKE)) {
                return !has(tokens, OWN) || hasNumber(tokens, i);
            }
        }
        return false;
    }

    /** Whether the part of the sentence that the token stands in holds a number, years left out. */
    private static boolean hasNumber(Tokens tokens, int i) {
        int from = i;
        while (from > 0 && !tokens.isOneOf(from - 1, TURNS)) {
            from--;
        }
        boolean any = false;
        for (int at = from; at < tokens.size() && !(at > i && tokens.isOneOf(at, TURNS)) && !any; at++) {
            int value = tokens.get(at).value().intValue();
            any = tokens.isNumber(at) && !(tokens.text(at).length() == 4 && value >= 1900 && value < 2100);
        }
        return any;
    }

    /** "6.1% to 9.1% of people have ...", "one in five adults will ...": of everybody, and now. */
    private static boolean isOfPeople(Tokens tokens) {
        boolean found = false;
        for (int i = 0; i + 1 < tokens.size() && !found; i++) {
            found = tokens.isOneOf(i, Set.of("are", "is")) && tokens.isOneOf(i + 1, Set.of("found", "seen"));
        }
        return has(tokens, PEOPLE) && (has(tokens, NOW) && !has(tokens, PAST) || found) && !has(tokens, OWN);
    }

    /** "It has long been known that ...". */
    private static boolean isKnown(Tokens tokens) {
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.lower(i).equals("known") && tokens.isOneOf(i - 1, Set.of("is", "been", "well"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Tokens tokens, Set<String> words) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isOneOf(i, words)) {
                return true;
            }
        }
        return false;
    }
}
