package dev.precis.sparql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * The {@code VALUES} blocks of one column in a query (SPARQL 1.1 section 10.2): read, and filled with other terms.
 * Terms are set into the parsed query, so that no value can change what is asked.
 */
final class ValuesBlocks {
    private ValuesBlocks() {}

    /** The values in the one block of a parameter; none where it says {@code UNDEF}. */
    static List<String> values(Query query, Parameter parameter, String file) {
        List<ElementData> blocks = new ArrayList<>();
        transform(query, new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData block) {
                if (isOf(block, parameter.name())) {
                    blocks.add(block);
                }
                return block;
            }
        });
        if (blocks.size() != 1) {
            throw new IllegalArgumentException(file + QueryFolder.SUFFIX + ": expected one block VALUES ?"
                    + parameter.name() + " { ... }, but there are " + blocks.size());
        }
        Var variable = Var.alloc(parameter.name());
        return blocks.getFirst().getRows().stream()
                .filter(row -> row.contains(variable))
                .map(row -> row.get(variable))
                .map(term -> term.isLiteral() ? term.getLiteralLexicalForm() : term.toString())
                .toList();
    }

    /** The query with other terms in the blocks of these variables; no terms are {@code UNDEF}. */
    static Query fill(Query query, Map<String, List<Node>> terms) {
        return transform(query, new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData block) {
                return terms.entrySet().stream()
                        .filter(entry -> isOf(block, entry.getKey()))
                        .findFirst()
                        .<Element>map(entry -> block(Var.alloc(entry.getKey()), entry.getValue()))
                        .orElse(block);
            }
        });
    }

    private static Query transform(Query query, ElementTransformCopyBase blocks) {
        return QueryTransformOps.transform(query, blocks, new ExprTransformApplyElementTransform(blocks));
    }

    private static boolean isOf(ElementData block, String variable) {
        return block.getVars().equals(List.of(Var.alloc(variable)));
    }

    private static ElementData block(Var variable, List<Node> terms) {
        List<Binding> rows = terms.isEmpty()
                ? List.of(BindingFactory.empty())
                : terms.stream()
                        .map(term -> BindingFactory.binding(variable, term))
                        .toList();
        ElementData block = new ElementData();
        block.add(variable);
        rows.forEach(block::add);
        return block;
    }
}
