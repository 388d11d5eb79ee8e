package dev.precis.pipeline.understand.citation.tagger;

import dev.precis.pipeline.understand.citation.tagger.Work.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes up works: names, titles, sources and numbers as they are in the field. */
final class WorkMaker {
    private final Chance chance;
    private final WordLists lists;
    private final LooseWords loose;

    private WorkMaker(Chance chance, WordLists lists, LooseWords loose) {
        this.chance = chance;
        this.lists = lists;
        this.loose = loose;
    }

    static Work make(RandomGenerator random, WordLists lists) {
        Chance chance = new Chance(random);
        LooseWords loose = new LooseWords(random, lists);
        WorkMaker maker = new WorkMaker(chance, lists, loose);
        Map<String, String> fields = new HashMap<>();
        new NumberMaker(chance).make(fields);
        new TitleMaker(chance, lists, loose).make(fields);
        new ImprintMaker(chance, lists, loose).make(fields);
        new DetailMaker(chance, lists, loose).make(fields);
        new NoteMaker(chance, lists, loose).make(fields);
        return new Work(maker.kind(), maker.authors(), maker.people(1 + chance.below(3)), fields);
    }

    private String kind() {
        return chance.happens(52) ? "article" : chance.happens(30) ? "chapter" : chance.happens(60) ? "book" : "other";
    }

    private List<Person> authors() {
        if (chance.happens(9)) {
            List<Person> groups = new ArrayList<>(List.of(group()));
            while (chance.happens(12)) {
                groups.add(group());
            }
            return groups;
        }
        List<Person> people =
                people(chance.happens(25) ? 1 : chance.happens(90) ? chance.between(2, 6) : chance.between(7, 14));
        if (chance.happens(1)) {
            people.add(new Person(lists.line("group"), "", ""));
        }
        return people;
    }

    private Person group() {
        String name = chance.happens(30) ? loose.group() : lists.line("group");
        return new Person(chance.happens(6) ? name + " (" + loose.acronym() + ")" : name, "", "");
    }

    private List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String family = chance.happens(12) ? LooseWords.capital(loose.madeUp()) : lists.family();
            if (chance.happens(7)) {
                family = lists.line("particle") + " " + family;
            } else if (chance.happens(2)) {
                family = chance.oneOf("O'", "O\u2019", "Mc", "D'") + family;
            } else if (chance.happens(3)) {
                family = family + chance.oneOf("-", " ") + lists.family();
            }
            String given = lists.given();
            if (chance.happens(55)) {
                given += " " + (chance.happens(70) ? lists.given().substring(0, 1) + "." : lists.given());
            }
            if (chance.happens(4)) {
                given += " " + lists.given() + (chance.happens(40) ? " " + lists.given() : "");
            }
            if (chance.happens(3)) {
                given = given.charAt(0) + ". " + lists.given();
            } else if (chance.happens(2)) {
                given += " " + chance.oneOf("de", "da", "dos") + (chance.happens(70) ? " " + lists.given() : "");
            }
            String suffix = chance.happens(2) ? chance.oneOf("Jr.", "III", "II", "Sr.") : "";
            people.add(new Person(family, given, suffix));
        }
        return people;
    }
}
