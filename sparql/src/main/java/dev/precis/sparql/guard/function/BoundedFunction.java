package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** A function whose values are looked at: the arguments before it is called, and what it makes of them after that. */
final class BoundedFunction extends ExprFunctionN {
    private final ExprFunction function;
    private final Check before;
    private final Ledger ledger;
    private final Expr slots;

    /** Looks at the arguments of a call. */
    @FunctionalInterface
    interface Check {
        void check(List<NodeValue> arguments, Ledger ledger);
    }

    /** @param function with one argument, two, or any number */
    BoundedFunction(ExprFunction function, Check before, Ledger ledger) {
        super(function.getFunctionSymbol().getSymbol(), new ExprList(function.getArgs()));
        this.function = function;
        this.before = before;
        this.ledger = ledger;
        this.slots = slots(function);
    }

    @Override
    public NodeValue evalSpecial(Binding binding, FunctionEnv environment) {
        List<NodeValue> values = new ArrayList<>();
        for (Expr argument : getArgs()) {
            ledger.check();
            values.add(argument.eval(binding, environment));
        }
        before.check(values, ledger);
        try {
            return Values.check(call(values, environment), ledger);
        } catch (ArithmeticException tooFar) {
            throw new ExprEvalException("no number can be computed: " + tooFar.getMessage());
        }
    }

    private NodeValue call(List<NodeValue> values, FunctionEnv environment) {
        return switch (function) {
            case ExprFunction1 one -> one.eval(values.get(0), environment);
            case ExprFunction2 two -> two.eval(values.get(0), values.get(1), environment);
            default -> slots.eval(row(values), environment);
        };
    }

    /** The function with a variable in the place of each argument, so that arguments are evaluated once. */
    private static Expr slots(ExprFunction function) {
        ExprList slots = new ExprList();
        for (int i = 0; i < function.numArgs(); i++) {
            slots.add(new ExprVar(slot(i)));
        }
        return function instanceof ExprFunctionN many ? many.copy(slots) : function;
    }

    private static Binding row(List<NodeValue> values) {
        BindingBuilder row = Binding.builder();
        for (int i = 0; i < values.size(); i++) {
            row.add(slot(i), values.get(i).asNode());
        }
        return row.build();
    }

    private static Var slot(int number) {
        return Var.alloc("argument" + number);
    }

    /** Never asked: the special form above answers every call. */
    @Override
    public NodeValue eval(List<NodeValue> values) {
        throw new IllegalStateException("evaluated by its special form");
    }

    @Override
    public String getFunctionIRI() {
        return function.getFunctionIRI();
    }

    @Override
    public Expr copy(ExprList arguments) {
        ExprFunction copy = (ExprFunction)
                switch (function) {
                    case ExprFunction1 one -> one.copy(arguments.get(0));
                    case ExprFunction2 two -> two.copy(arguments.get(0), arguments.get(1));
                    case ExprFunctionN many -> many.copy(arguments);
                    default -> throw new IllegalStateException("not bounded: " + function);
                };
        return new BoundedFunction(copy, before, ledger);
    }
}
