package dev.precis.pipeline.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.PublicationDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthHeadingTest {
    private final MonthHeading months = new MonthHeading(List.of("'Issue' yyyy/MM"), Locale.ENGLISH);

    private static String shown(Optional<PublicationDate> date) {
        return date.map(PublicationDate::toString).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "September 2013",
                "SEPTEMBER 2013",
                "Sept. 2013",
                "sep 2013",
                "September, 2013",
                "2013 September",
                "PPRNet Blog: September 2013",
                "blogSeptember 2013",
                "2013-09",
                "Issue 2013/09"
            })
    void readsAMonth(String heading) {
        assertThat(shown(months.heading(heading))).isEqualTo("2013-09");
    }

    @ParameterizedTest
    @ValueSource(strings = {"März 2023", "MÄRZ 2023", "Ausgabe März 2023", "March 2023"})
    void readsAMonthInTheLanguageOfTheBlog(String heading) {
        MonthHeading german = new MonthHeading(List.of("'Ausgabe' MMMM yyyy"), Locale.GERMAN);
        assertThat(shown(german.heading(heading))).isEqualTo("2023-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3 September 2013", "September 3, 2013", "Tuesday, September 3rd, 2013", "2013-09-03T10:00:00Z"})
    void readsADay(String heading) {
        assertThat(shown(months.heading(heading))).isEqualTo("2013-09-03");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Therapy in March: 2020",
                "May We Ask 2000 Patients?",
                "2020: A Year in Review",
                "Results since May 2014 were mixed",
                "31 February 2013",
                "Marchioness 2013",
                ""
            })
    void readsNoMonthInATitle(String title) {
        assertThat(months.heading(title)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x.example/eng/blog_sept2013.html",
                "http://x.example/eng/blog_September_2013.html",
                "http://x.example/2013/09/",
                "file:/saved/blog-2013-09.html"
            })
    void readsTheMonthOfAnAddress(String address) {
        assertThat(shown(months.inAddress(address))).isEqualTo("2013-09");
    }

    @Test
    void readsNoMonthInOtherAddresses() {
        assertThat(months.inAddress("http://x.example/blog?p=2&cat_2=11")).isEmpty();
        assertThat(months.inAddress("http://x.example/summary2013.html")).isEmpty();
    }

    @Test
    void readsTheDateInsideALine() {
        assertThat(shown(months.inside("Posted on 3 September 2013 by admin"))).isEqualTo("2013-09-03");
        assertThat(months.inside("Nobody may know")).isEmpty();
    }

    /** Spans that a style sheet sets apart: {@code <span>Ann Owl</span><span>3 May 2021</span>}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Owl3 May 2021 | 2021-05-03 | Ann Owl",
                "Ann OwlMay 3, 2021 | 2021-05-03 | Ann Owl",
                "Ann OwlMay 20215 min read | 2021-05 | Ann Owl 5 min read",
                "3 May 2021By Ann Owl | 2021-05-03 | By Ann Owl",
                "May 3, 20212 comments | 2021-05-03 | 2 comments",
            })
    void readsADateThatLostMarkUpHasGluedToWhatStandsBesideIt(String line, String date, String rest) {
        assertThat(shown(months.inside(line))).isEqualTo(date);
        assertThat(months.withoutDates(line).strip().replaceAll(" +", " ")).isEqualTo(rest);
    }

    @Test
    void readsOneInAnotherLanguageToo() {
        MonthHeading german = new MonthHeading(List.of(), Locale.GERMAN);
        assertThat(shown(german.inside("Ann Eule3. März 2021"))).isEqualTo("2021-03-03");
        assertThat(shown(german.inside("Ann EuleMärz 2021"))).isEqualTo("2021-03");
        assertThat(shown(new MonthHeading(List.of(), Locale.FRENCH).inside("Anne Chouette3 mars 2021Lire")))
                .isEqualTo("2021-03-03");
        assertThat(german.inside("Supermärz 2021")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the dismay 2021 brought", "A135 May 20211", "In March 20154 people were asked"})
    void noDateIsMadeOutOfWordsAndNumbers(String line) {
        assertThat(months.inside(line)
                        .filter(date -> date.hasDay() || date.month().getYear() == 2021))
                .isEmpty();
    }
}
