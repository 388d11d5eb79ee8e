package dev.precis.sparql.guard.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.util.ExprUtils;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedExpressionsTest {
    private static final int LENGTH = 1_000_000;
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(10), 100, 100, 100, 64, LENGTH, 256 << 20);
    private static final PrefixMappingImpl PREFIXES = new PrefixMappingImpl();

    /** Made once, for its texts are long. */
    private static final Binding ROW = Binding.builder()
            .add(Var.alloc("text"), NodeValue.makeString("abc").asNode())
            .add(Var.alloc("half"), NodeValue.makeString("a".repeat(LENGTH / 2)).asNode())
            .add(Var.alloc("long"), NodeValue.makeString("a".repeat(LENGTH)).asNode())
            .add(
                    Var.alloc("umlauts"),
                    NodeValue.makeString("ä".repeat(LENGTH / 2)).asNode())
            .add(
                    Var.alloc("large"),
                    NodeValue.makeInteger("1" + "0".repeat(2_000)).asNode())
            .add(
                    Var.alloc("bits"),
                    NodeValue.makeInteger(BigInteger.ONE.shiftLeft(8_191)).asNode())
            .add(
                    Var.alloc("tiny"),
                    NodeValue.makeDecimal(BigDecimal.ONE.scaleByPowerOfTen(-8_192))
                            .asNode())
            .add(
                    Var.alloc("small"),
                    NodeValue.makeDecimal(BigDecimal.ONE.scaleByPowerOfTen(-8_191))
                            .asNode())
            .build();

    private final Ledger ledger = new Ledger(LIMITS);

    @BeforeAll
    static void prefixes() {
        JenaSystem.init();
        PREFIXES.setNsPrefix("fn", "http://www.w3.org/2005/xpath-functions#");
        PREFIXES.setNsPrefix("math", "http://www.w3.org/2005/xpath-functions/math#");
        PREFIXES.setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
        PREFIXES.setNsPrefix("x", "http://x.example/");
    }

    /** Nothing is changed of what SPARQL says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "2 + 3 ; 5",
                "2 - 3 ; -1",
                "2 * 3 ; 6",
                "STRLEN('abc') ; 3",
                "LCASE('ABC') ; abc",
                "UCASE('abc') ; ABC",
                "ENCODE_FOR_URI('a/b') ; a%2Fb",
                "SHA1('a') ; 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8",
                "STR(IRI('http://a/b')) ; http://a/b",
                "CONTAINS('abc', 'b') ; true",
                "STRBEFORE('abc', 'b') ; a",
                "STRAFTER('abc', 'b') ; c",
                "STRDT('1', xsd:integer) + 1 ; 2",
                "LANG(STRLANG('a', 'de-AT-1996')) ; de-AT-1996",
                "SUBSTR('abc', 2) ; bc",
                "SUBSTR('abc', 2, 1) ; b",
                "CONCAT('a', 'b', 'c') ; abc",
                "CONCAT() ; ``",
                "REGEX('abc', 'B', 'i') ; true",
                "REPLACE('abc', '(b)', '<$1>') ; a<b>c",
                "REPLACE('abab', 'b|c', '-') ; a-a-",
                "REPLACE('abc', '(b)|(x)', '[$2]') ; a[]c",
                "REPLACE('abc', '(b)', '$12') ; ab2c",
                "REPLACE('abcdefghijkl', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)', '$11$10$1') ; kjal",
                "REPLACE('abcdefghijkl', '(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)', '$12-$111') ; a2-k1l",
                "REPLACE('abc', 'x*', '-') ; -abc",
                "REPLACE('abxb', 'x*', '-') ; -ab-b",
                "REPLACE('abc', 'b', 'x\\\\\\\\y') ; ax\\yc",
                "REPLACE('abc', 'x', '$9') ; abc",
                "LANG(REPLACE('abc'@en, 'b', 'x')) ; en",
                "math:pow(2, 10) ; 1024",
                "math:pow(2.5, 2) ; 6.25e0",
                "fn:upper-case('a') ; A",
                "fn:round(2.567, 2) ; 2.57",
                "fn:round-half-to-even(2.5) ; 2.0",
                "fn:contains('abc', 'c') ; true",
                "fn:substring-before('abc', 'c') ; ab",
                "fn:string-length('abc') ; 3",
                "xsd:integer('12') + 1 ; 13",
                "xsd:integer('1e') ; null",
                "1 / 0 ; null",
                "2 * 'a' ; null",
                "STRLANG('a', 'too_odd') ; null",
                "fn:round(1.5, 1001) ; null",
                "fn:round(1.5, -1001) ; null",
                "REPLACE('abc', 'b', '$2') ; null",
                "REPLACE('abc', 'b', 'x\\\\') ; null",
                "REPLACE('abc', 'b', '$') ; null",
                "REGEX('abc', 1) ; null",
                "REGEX(1, 'a') ; null",
            })
    void evaluatesAsSparqlSays(String expression, String value) {
        assertThat(text(expression)).isEqualTo(value.equals("null") ? "" : value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "CONCAT(?long, ?long) ; characters",
                "CONCAT(?half, ?half, 'a') ; characters",
                "ENCODE_FOR_URI(?umlauts) ; characters",
                "REPLACE(?half, 'a', 'bbb') ; characters",
                "REPLACE(?half, '^.*$', '$0$0$0') ; characters",
                "fn:concat(?long, ?long) ; characters",
                "UCASE(?half) ; another case",
                "LCASE(?half) ; another case",
                "fn:lower-case(?half) ; another case",
                "CONTAINS(?long, ?half) ; very long text",
                "STRBEFORE(?long, ?half) ; very long text",
                "STRAFTER(?long, ?half) ; very long text",
                "fn:substring-after(?long, ?half) ; very long text",
                "?large * ?large ; bits",
                "?large * 1.5 * ?large ; bits",
                "math:pow(10, 9999) ; bits",
                "math:pow(1.5, 99999) ; bits",
                "REGEX('a', ?half) ; pattern",
                "REGEX(?long, '(a|b){100}c') ; pattern",
                "STRDT('P123456789D', xsd:duration) ; duration",
                "STRDT(CONCAT('P12345678', REPLACE(SUBSTR(?half, 1, 4087), 'a', 'D')), xsd:duration) ; duration",
                "fn:starts-with(?long, ?long) ; characters",
                "fn:starts-with(STRLANG(?long, 'en'), STRLANG(?long, 'en')) ; characters",
                "?bits * 2 ; bits",
                "math:pow(1, 4097) ; bits",
                "?tiny * ?tiny ; bits",
            })
    void refusesWhatGrowsOrTakesLong(String expression, String why) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_COSTLY))
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "STRLEN(CONCAT(?half, SUBSTR(?half, 2))) ; 999999",
                "STRLEN(CONCAT(?half, ?half)) ; 1000000",
                "STRLEN(UCASE(SUBSTR(?half, 1, 65536))) ; 65536",
                "CONTAINS(SUBSTR(?half, 1, 5000), SUBSTR(?half, 1, 9000)) ; false",
                "CONTAINS(SUBSTR(?half, 1, 10000), SUBSTR(?half, 1, 5000)) ; true",
                "CONTAINS(?half, '') ; true",
                "STRLEN(STR(STRDT(SUBSTR(?half, 1, 4096), x:type))) ; 4096",
                "STRLEN(STR(?bits * 1)) ; 2466",
                "math:pow(1, 4096) ; 1",
                "STRLEN(STR(?tiny * ?small)) > 0 ; true",
                "STRLEN(STR(?large * 10)) ; 2002",
                "math:pow(10, 1500) > 1 ; true",
                "math:pow(1.1e0, 99999) > 1 ; true",
                "fn:round(1.5, 1000) ; 1.5",
                "STRLEN(STR(STRDT('P1234567D', xsd:duration))) ; 9",
            })
    void answersWhatIsLargeEnough(String expression, String value) {
        assertThat(text(expression)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xsd:integer(?half)",
                "xsd:decimal(?half)",
                "IRI(?half)",
                "STRDT(?half, xsd:integer)",
                "xsd:dateTime(?half)",
                "STRDT(SUBSTR(?half, 1, 4097), x:type)"
            })
    void takesNoEndlessTextForANumberOrAnAddress(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ExprEvalException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x:unknown(1)",
                "fn:matches('a', 'a')",
                "fn:replace('a', 'a', 'b')",
                "fn:apply(fn:concat, 'a')",
                "fn:collation-key('a')",
                "math:exp10(1)"
            })
    void refusesFunctionsThatAreNotHere(String expression) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.MALFORMED))
                .hasMessageContaining("no function");
    }

    @Test
    void notesLongTextsInTheLedger() {
        Expr many = bounded("SUBSTR(?long, 2)", ledger);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        many.eval(ROW, new FunctionEnvBase(ARQ.getContext()));
                    }
                })
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MiB");
        Expr few = bounded("SUBSTR(?text, 2)", new Ledger(LIMITS));
        for (int i = 0; i < 20_000; i++) {
            few.eval(ROW, new FunctionEnvBase(ARQ.getContext()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRLEN(?text)",
                "?large * 2",
                "CONCAT(?text, 'a')",
                "REGEX(?text, 'a|b')",
                "REPLACE(?text, 'a|b', 'c')"
            })
    void stops(String expression) {
        ledger.stop(Ledger.Stop.TIME);

        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(QueryCancelledException.class)
                .isNotInstanceOf(Refusal.class);
    }

    @Test
    void notesOnlyTextsThatAreLong() {
        Ledger small = new Ledger(new Limits(Duration.ofSeconds(10), 1, 1, 1, 1, LENGTH, 1 << 20));
        Expr shorter = bounded("SUBSTR(?half, 1, 16384)", small);
        Expr longer = bounded("SUBSTR(?half, 1, 16385)", small);

        assertThatNoException().isThrownBy(() -> evaluateOften(shorter));
        assertThatThrownBy(() -> evaluateOften(longer)).isInstanceOf(Refusal.class);
    }

    private static void evaluateOften(Expr expression) {
        for (int i = 0; i < 100; i++) {
            expression.eval(ROW, new FunctionEnvBase(ARQ.getContext()));
        }
    }

    /** Whether a query is answered must not depend on the rows that there are. */
    @Test
    void refusesAPatternThatIsKnownBeforeItIsEvaluated() {
        assertThatThrownBy(() -> bounded("REGEX(?text, 'a(?=b)')", ledger)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> bounded("REGEX(?text, 'a(?=b)', 'i')", ledger)).isInstanceOf(Refusal.class);
        assertThatNoException().isThrownBy(() -> bounded("REGEX(?text, 'a(?=b)', ?none)", ledger));
    }

    @Test
    void compilesAPatternOnceForManyRows() {
        Expr large = bounded("REGEX(?text, CONCAT('(a|b){900}', 'x'))", ledger);

        assertThatNoException().isThrownBy(() -> {
            for (int i = 0; i < 1_000; i++) {
                large.eval(ROW, new FunctionEnvBase(ARQ.getContext()));
            }
        });
    }

    @Test
    void keepsTheNameOfItsFunction() {
        String name = "http://www.w3.org/2005/xpath-functions#string-length";

        assertThat(bounded("fn:string-length('a')", ledger).getFunction().getFunctionIRI())
                .isEqualTo(name);
    }

    /** ARQ copies expressions, to put values in the place of variables. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "STRLEN(?text) ; 3",
                "?text + 1 ; null",
                "CONCAT(?text, ?text) ; abcabc",
                "REGEX(?text, 'B', 'i') ; true",
                "REPLACE(?text, 'b', '-') ; a-c",
                "fn:string-length(?text) ; 3",
                "STRBEFORE(?text, 'c') ; ab",
            })
    void isTheSameWhenItIsCopied(String expression, String value) {
        Expr bounded = bounded(expression, ledger);
        Expr copy = bounded.applyNodeTransform(node -> node.equals(Var.alloc("text")) ? SSE.parseNode("'abc'") : node);

        assertThat(copy.getVarsMentioned()).isEmpty();
        assertThat(string(copy, Binding.builder().build())).isEqualTo(value.equals("null") ? "" : value);
    }

    private String text(String expression) {
        return string(bounded(expression, ledger), ROW);
    }

    private static String string(Expr expression, Binding row) {
        try {
            return expression.eval(row, new FunctionEnvBase(ARQ.getContext())).asUnquotedString();
        } catch (ExprEvalException none) {
            return "";
        }
    }

    private NodeValue evaluate(String expression) {
        return bounded(expression, ledger).eval(ROW, new FunctionEnvBase(ARQ.getContext()));
    }

    private static Expr bounded(String expression, Ledger ledger) {
        return ExprTransformer.transform(new BoundedExpressions(ledger), ExprUtils.parse(expression, PREFIXES));
    }
}
