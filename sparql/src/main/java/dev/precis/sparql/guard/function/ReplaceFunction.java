package dev.precis.sparql.guard.function;

import com.google.re2j.Matcher;
import dev.precis.sparql.guard.limit.Ledger;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/**
 * REPLACE (SPARQL 1.1 section 17.4.3.15; fn:replace of XPath and XQuery Functions and Operators section 5.6.3), with
 * patterns that cannot run away and texts that cannot grow without end.
 */
final class ReplaceFunction extends ExprFunctionN {
    private static final String NAME = "replace";
    private static final int PATTERN = 1;
    private static final int REPLACEMENT = 2;
    private static final int FLAGS = 3;

    private final PatternCache patterns;

    ReplaceFunction(ExprList arguments, Ledger ledger) {
        this(arguments, new PatternCache(NAME, arguments, PATTERN, FLAGS, ledger));
    }

    private ReplaceFunction(ExprList arguments, PatternCache patterns) {
        super(NAME, arguments);
        this.patterns = patterns;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        Node subject = NodeValueOps.checkAndGetStringLiteral(NAME, values.get(0));
        String text = subject.getLiteralLexicalForm();
        String replacement = NodeValueOps.checkAndGetStringLiteral(NAME, values.get(REPLACEMENT))
                .getLiteralLexicalForm();
        Matcher matches = patterns.get(values).over(text);
        StringBuilder result = new StringBuilder();
        int copied = 0;
        boolean changed = false;
        while (matches.find()) {
            patterns.ledger().check();
            if (changed && matches.start() == matches.end()) {
                continue; // as ARQ does: one match of nothing is replaced, others are not
            }
            changed = true;
            result.append(text, copied, matches.start());
            append(result, replacement, matches, patterns.ledger());
            copied = matches.end();
            Values.checkLength(result.length() + (long) text.length() - copied, patterns.ledger());
        }
        result.append(text, copied, text.length());
        return changed ? Values.check(like(subject, result.toString()), patterns.ledger()) : values.get(0);
    }

    /** In a replacement $1 is the text of a group, and a backslash takes the meaning from what follows it. */
    private static void append(StringBuilder result, String replacement, Matcher matches, Ledger ledger) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            boolean last = i + 1 == replacement.length();
            if (c == '\\' && !last) {
                result.append(replacement.charAt(++i));
            } else if (c == '$' && !last && Character.isDigit(replacement.charAt(i + 1))) {
                int group = Character.digit(replacement.charAt(++i), 10);
                while (i + 1 < replacement.length()
                        && Character.isDigit(replacement.charAt(i + 1))
                        && group * 10 + Character.digit(replacement.charAt(i + 1), 10) <= matches.groupCount()) {
                    group = group * 10 + Character.digit(replacement.charAt(++i), 10);
                }
                if (group > matches.groupCount()) {
                    throw new ExprEvalException("REPLACE: the pattern has no group " + group);
                }
                String text = Objects.requireNonNullElse(matches.group(group), ""); // it may have taken no part
                Values.checkLength(result.length() + (long) text.length(), ledger);
                result.append(text);
            } else if (c == '\\' || c == '$') {
                throw new ExprEvalException("REPLACE: a lone " + c + " in the replacement");
            } else {
                result.append(c);
            }
        }
    }

    private static NodeValue like(Node subject, String text) {
        return NodeValue.makeNode(
                NodeFactory.createLiteral(text, subject.getLiteralLanguage(), subject.getLiteralDatatype()));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new ReplaceFunction(arguments, patterns);
    }
}
