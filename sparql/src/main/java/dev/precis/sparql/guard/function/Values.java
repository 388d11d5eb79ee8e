package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;

/** How large values may be. */
public final class Values {
    /** Numbers have no need of more bits; the product of two that are within this is computed in no time. */
    private static final int BITS = 8_192;
    /** What is longer is no number that anybody means, and takes long to be read as one. */
    private static final int DIGITS = 4_096;

    private static final int LONG = 16_384;
    private static final Pattern LONG_DURATION =
            Pattern.compile("\\s*-?P[0-9YMDTH.]*(?<![.0-9])[0-9]{8}.*", Pattern.DOTALL);

    private Values() {}

    /** @throws Refusal if a text would become too long */
    static void checkLength(long characters, Ledger ledger) {
        if (characters > ledger.limits().length()) {
            throw new Refusal(
                    Refusal.Reason.TOO_COSTLY,
                    "A value in this query grows beyond " + ledger.limits().length() + " characters.");
        }
    }

    /** The same value, if it is not too large. */
    static NodeValue check(NodeValue value, Ledger ledger) {
        // what has a number is asked for that first: its text may not have been made, and would be long
        if (value.isInteger()) {
            checkBits(value.getInteger());
        } else if (value.isDecimal()) {
            BigDecimal decimal = value.getDecimal();
            checkBits(decimal.unscaledValue());
            checkBits(BigInteger.valueOf(decimal.scale()).shiftLeft(2).bitLength() > Integer.SIZE / 2);
        } else {
            checkText(value.asNode(), ledger);
        }
        return value;
    }

    /** Long texts count for good, for nobody knows how long they are kept. */
    private static void checkText(Node node, Ledger ledger) {
        int length = node.isLiteral() ? node.getLiteralLexicalForm().length() : 0;
        checkLength(length, ledger);
        if (length > LONG) {
            ledger.hold(2L * length);
        }
        checkDuration(node);
    }

    private static void checkDuration(Node node) {
        if (node.isLiteral() && node.getLiteralDatatypeURI().endsWith("uration")) {
            checkDuration(node.getLiteralLexicalForm());
        }
    }

    /** Java adds a duration, and compares two, day by day. */
    public static void checkDuration(String text) {
        if (text.length() <= DIGITS && LONG_DURATION.matcher(text).matches()) {
            throw new Refusal(
                    Refusal.Reason.TOO_COSTLY, "A duration in this query has a number of more than seven digits.");
        }
    }

    private static void checkBits(BigInteger number) {
        checkBits(number.bitLength() > BITS);
    }

    private static void checkBits(boolean tooMany) {
        if (tooMany) {
            throw new Refusal(Refusal.Reason.TOO_COSTLY, "A number in this query has more than " + BITS + " bits.");
        }
    }

    /** Refuses, as an error of the expression, to read an endless text as a number or a time. */
    static void checkReadable(NodeValue value) {
        Node node = value.asNode();
        if (node.isLiteral() && node.getLiteralLexicalForm().length() > DIGITS) {
            throw new ExprEvalException("a text of more than " + DIGITS + " characters is no number");
        }
    }

    /** Whether a power would be too large: about as many bits as those of the base, times the exponent. */
    static void checkPower(NodeValue base, NodeValue exponent) {
        boolean exact = base.isNumber() && (base.isInteger() || base.isDecimal());
        if (exact
                && exponent.isNumber()
                && exponent.getDouble() * (base.getDecimal().unscaledValue().bitLength() + 1) > BITS) {
            checkBits(true);
        }
    }
}
