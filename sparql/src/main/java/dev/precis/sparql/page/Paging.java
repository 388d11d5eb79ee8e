package dev.precis.sparql.page;

import java.util.function.IntFunction;

/**
 * Which page of a list this is.
 *
 * @param number from 1
 * @param last number; 1 where there is nothing
 * @param previous address of the page before; empty if there is none
 * @param next address of the page after; empty if there is none
 */
public record Paging(int number, int last, String previous, String next) {
    /** That of a list which is on one page whole. */
    static final Paging NONE = new Paging(1, 1, "", "");

    /** @param address of each page, by its number */
    public static Paging of(int number, int total, int size, IntFunction<String> address) {
        int last = Math.max(1, (total + size - 1) / size);
        boolean within = number <= last;
        return new Paging(
                number,
                last,
                number > 1 ? address.apply(within ? number - 1 : last) : "",
                number < last ? address.apply(number + 1) : "");
    }

    /** Whether there is no such page. */
    public boolean isBeyond() {
        return number > last;
    }
}
