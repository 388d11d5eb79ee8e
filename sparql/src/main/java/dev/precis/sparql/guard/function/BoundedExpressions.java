package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLength;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrSubstring;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprDigest;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;

/**
 * Puts in the place of each function that can run away, or whose values can grow without end, one that cannot; refuses
 * functions that nobody knows, and those that reach beyond their arguments.
 */
public final class BoundedExpressions extends ExprTransformCopy {
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final String POWER = MATH + "pow";
    /** Those of patterns have a twin among SPARQL's own functions; fn:apply calls others by name. */
    private static final Set<String> NOT_HERE =
            Set.of(FN + "matches", FN + "replace", FN + "apply", FN + "collation-key", MATH + "exp10");

    private static final Set<String> SEARCHING =
            Set.of(FN + "contains", FN + "substring-before", FN + "substring-after");
    private static final Set<String> ROUNDING = Set.of(FN + "round", FN + "round-half-to-even");
    private static final int PLACES = 1_000;
    /** SPARQL 1.1 section 19.8, LANGTAG; RFC 5646 has no longer subtags. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
    /** Steps that take about as long as a look at the clock is apart from the next. */
    private static final int MIDDLING = 65_536;

    private static final long STEPS = 50_000_000;

    private final Ledger ledger;

    public BoundedExpressions(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        Expr copy = super.transform(function, argument);
        return switch (copy) {
            case E_StrEncodeForURI encode -> bounded(encode, BoundedExpressions::anything);
            case E_StrUpperCase upper -> bounded(upper, BoundedExpressions::middlingText);
            case E_StrLowerCase lower -> bounded(lower, BoundedExpressions::middlingText);
            case E_IRI iri -> bounded(iri, BoundedExpressions::shortText);
            case ExprDigest digest -> bounded(digest, BoundedExpressions::anything);
            case E_StrLength length -> bounded(length, BoundedExpressions::anything);
            default -> copy;
        };
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        Expr copy = super.transform(function, first, second);
        return switch (copy) {
            case E_Multiply multiply -> bounded(multiply, BoundedExpressions::anything);
            case E_StrContains contains -> bounded(contains, BoundedExpressions::soonFound);
            case E_StrBefore before -> bounded(before, BoundedExpressions::soonFound);
            case E_StrAfter after -> bounded(after, BoundedExpressions::soonFound);
            case E_StrDatatype typed -> bounded(typed, BoundedExpressions::shortText);
            case E_StrLang tagged -> bounded(tagged, BoundedExpressions::language);
            case E_Add add -> bounded(add, BoundedExpressions::anything);
            case E_Subtract subtract -> bounded(subtract, BoundedExpressions::anything);
            default -> copy;
        };
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        Expr copy = super.transform(function, arguments);
        return switch (copy) {
            case E_Regex regex -> new RegexFunction(arguments, ledger);
            case E_StrReplace replace -> new ReplaceFunction(arguments, ledger);
            case E_StrSubstring part -> bounded(part, BoundedExpressions::anything);
            case E_StrConcat concat -> bounded(concat, BoundedExpressions::together);
            case E_Function named -> named(named);
            default -> copy;
        };
    }

    private Expr named(E_Function function) {
        String iri = function.getFunctionIRI();
        if (NOT_HERE.contains(iri) || !FunctionRegistry.get().isRegistered(iri)) {
            throw new Refusal(Refusal.Reason.MALFORMED, "There is no function <" + iri + "> here.");
        }
        if (iri.equals(POWER)) {
            return bounded(function, BoundedExpressions::power);
        }
        if (iri.endsWith("-case")) {
            return bounded(function, BoundedExpressions::middlingText);
        }
        if (ROUNDING.contains(iri)) {
            return bounded(function, BoundedExpressions::places);
        }
        if (SEARCHING.contains(iri)) {
            return bounded(function, BoundedExpressions::soonFound);
        }
        return bounded(
                function, iri.startsWith(XSD.getURI()) ? BoundedExpressions::shortText : BoundedExpressions::together);
    }

    private Expr bounded(ExprFunction function, BoundedFunction.Check before) {
        return new BoundedFunction(function, before, ledger);
    }

    private static void anything(List<NodeValue> arguments, Ledger ledger) {}

    private static void shortText(List<NodeValue> arguments, Ledger ledger) {
        arguments.forEach(Values::checkReadable);
    }

    /** Java folds letters that become two, such as ß, in time that grows with the square of the length. */
    private static void middlingText(List<NodeValue> arguments, Ledger ledger) {
        for (NodeValue argument : arguments) {
            if (length(argument) > MIDDLING) {
                throw new Refusal(
                        Refusal.Reason.TOO_COSTLY,
                        "Texts of more than " + MIDDLING + " characters are not put into another case.");
            }
        }
    }

    /** Texts that may be put together are no longer than one may be. */
    private static void together(List<NodeValue> arguments, Ledger ledger) {
        long length = 0;
        for (NodeValue argument : arguments) {
            length += length(argument);
        }
        Values.checkLength(length, ledger);
    }

    /**
     * Java looks for one text in another step by step, in time that grows with the product of their lengths; nothing
     * stops it, and it stops everything else.
     */
    private static void soonFound(List<NodeValue> arguments, Ledger ledger) {
        long steps = 1;
        for (NodeValue argument : arguments) {
            steps *= Math.max(1, length(argument));
        }
        if (steps > STEPS) {
            throw new Refusal(Refusal.Reason.TOO_COSTLY, "This query looks for a very long text in a very long text.");
        }
    }

    private static long length(NodeValue value) {
        return value.isString() || value.isLangString()
                ? value.asNode().getLiteralLexicalForm().length()
                : 0;
    }

    /** ARQ fails on tags that are none, which for SPARQL is an error of the expression. */
    private static void language(List<NodeValue> arguments, Ledger ledger) {
        NodeValue tag = arguments.getLast();
        if (tag.isString() && !LANGUAGE.matcher(tag.getString()).matches()) {
            throw new ExprEvalException("no language has such a tag");
        }
    }

    /** Java makes a number of all the places that there might be. */
    private static void places(List<NodeValue> arguments, Ledger ledger) {
        if (arguments.size() == 2
                && arguments.get(1).isNumber()
                && !(Math.abs(arguments.get(1).getDouble()) <= PLACES)) {
            throw new ExprEvalException("no number has more than " + PLACES + " places");
        }
    }

    private static void power(List<NodeValue> arguments, Ledger ledger) {
        if (arguments.size() == 2) {
            Values.checkPower(arguments.get(0), arguments.get(1));
        }
    }
}
