package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** The patterns that one function of one query has met; mostly one. */
final class PatternCache {
    private static final int MOST = 100;

    private final Ledger ledger;
    private final Map<String, RegularExpression> compiled = new HashMap<>();

    PatternCache(Ledger ledger) {
        this.ledger = ledger;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The pattern among the arguments of a function, with its flags if there are any. */
    RegularExpression get(String function, List<NodeValue> values, int pattern, int flags) {
        String text = string(function, values.get(pattern));
        String given = values.size() > flags ? string(function, values.get(flags)) : "";
        if (compiled.size() > MOST) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(given + "/" + text, key -> RegularExpression.of(text, given, ledger));
    }

    private static String string(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }
}
