package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** The patterns that one function of one query has met; mostly one. */
final class PatternCache {
    private static final int MOST = 100;
    private static final NodeValue NO_FLAGS = NodeValue.makeString("");

    private final String function;
    private final int pattern;
    private final int flags;
    private final Ledger ledger;
    private final Map<String, RegularExpression> compiled = new HashMap<>();

    /**
     * With the pattern compiled, if it is known already: it does not depend on rows then whether it is refused.
     *
     * @param function its name
     * @param pattern which of its arguments that is
     * @param flags the same
     */
    PatternCache(String function, ExprList arguments, int pattern, int flags, Ledger ledger) {
        this.function = function;
        this.pattern = pattern;
        this.flags = flags;
        this.ledger = ledger;
        if (arguments.get(pattern) instanceof NodeValue known
                && (arguments.size() <= flags || arguments.get(flags).isConstant())) {
            try {
                get(
                        known,
                        arguments.size() <= flags
                                ? NO_FLAGS
                                : arguments.get(flags).getConstant());
            } catch (ExprEvalException none) {
                // an error of the expression, wherever it is evaluated
            }
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** The pattern among the arguments of a call, with its flags if there are any. */
    RegularExpression get(List<NodeValue> values) {
        return get(values.get(pattern), values.size() > flags ? values.get(flags) : NO_FLAGS);
    }

    private RegularExpression get(NodeValue pattern, NodeValue flags) {
        String text = string(pattern);
        String given = string(flags);
        if (compiled.size() > MOST) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(given + "/" + text, key -> RegularExpression.of(text, given, ledger));
    }

    private String string(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }
}
