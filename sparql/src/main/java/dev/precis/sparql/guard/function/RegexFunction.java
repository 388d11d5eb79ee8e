package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** REGEX (SPARQL 1.1 section 17.4.3.14), with patterns that cannot run away. */
final class RegexFunction extends ExprFunctionN {
    private static final String NAME = "regex";

    private final PatternCache patterns;

    RegexFunction(ExprList arguments, Ledger ledger) {
        this(arguments, new PatternCache(NAME, arguments, 1, 2, ledger));
    }

    private RegexFunction(ExprList arguments, PatternCache patterns) {
        super(NAME, arguments);
        this.patterns = patterns;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        String text = NodeValueOps.checkAndGetStringLiteral(NAME, values.get(0)).getLiteralLexicalForm();
        return NodeValue.booleanReturn(patterns.get(values).matches(text));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new RegexFunction(arguments, patterns);
    }
}
