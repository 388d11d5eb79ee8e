package dev.precis.sparql.effect;

import java.math.BigDecimal;
import java.math.MathContext;

/** How a computed number is told: as a decimal of six digits. */
final class Told {
    private static final MathContext DIGITS = new MathContext(6);

    private Told() {}

    /** Empty where it is no number. */
    static String of(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }
}
