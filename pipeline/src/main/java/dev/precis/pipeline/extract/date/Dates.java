package dev.precis.pipeline.extract.date;

import java.util.Optional;

/** Finds the day or month that a line tells, in whatever form: as mark-up has it, in words, in numbers. */
public record Dates(MonthHeading months, NumericDate numbers) {

    /** @param machineReadable what mark-up says of the line in ISO 8601; empty if it says nothing */
    public Optional<ReadDay> in(String machineReadable, String line) {
        return months.machineReadable(machineReadable)
                .or(() -> months.heading(line))
                .or(() -> months.inside(line))
                .map(ReadDay::sure)
                .or(() -> numbers.inside(line));
    }

    /** A line without the days in it. */
    public String without(String line) {
        return numbers.without(months.withoutDates(line));
    }
}
