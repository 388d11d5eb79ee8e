package dev.precis.sparql.words;

/**
 * A text in which something that was sought is said.
 *
 * @param graph in which graph
 * @param subject what it is said of
 * @param phrases how many of the phrases it says
 * @param weight how well, by the weight of the property
 */
public record Hit(String graph, String subject, TextProperty property, String text, int phrases, float weight) {}
