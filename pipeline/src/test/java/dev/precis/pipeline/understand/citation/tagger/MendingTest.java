package dev.precis.pipeline.understand.citation.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MendingTest {
    /** Labels by their first letters, one a word. */
    private static String mended(String printed, String labels, String italics) {
        TokenSequence tokens = TokenSequence.of(printed);
        String[] names = labels.split(" ");
        byte[] bytes = new byte[names.length];
        for (int i = 0; i < names.length; i++) {
            for (Label label : Label.values()) {
                bytes[i] = label.name().startsWith(names[i]) ? (byte) label.ordinal() : bytes[i];
            }
        }
        BitSet emphasised = new BitSet();
        if (!italics.isEmpty()) {
            emphasised.set(printed.indexOf(italics), printed.indexOf(italics) + italics.length());
        }
        Tagging mended = new Tagging(tokens.starts, tokens.ends, bytes).mended(printed, emphasised);
        return IntStream.range(0, mended.size())
                .mapToObj(i -> mended.label(i).name().substring(0, 3))
                .collect(Collectors.joining(" "));
    }

    @Test
    void takesItalicsAsOnePart() {
        assertThat(mended("Ortega, L. Hope. Of groups. Wiley.", "FAM GIV TIT CON CON PUB", "Hope. Of groups"))
                .isEqualTo("FAM GIV TIT TIT TIT PUB");
        assertThat(mended(
                        "Lind, T. Hope. Group Studies of Hope, 7",
                        "FAM GIV TIT CON CON TIT TIT VOL",
                        "Group Studies of Hope, 7"))
                .isEqualTo("FAM GIV TIT CON CON TIT TIT VOL");
        assertThat(mended(
                        "Lind, T. Hope. Group Studies of Hope, 7",
                        "FAM GIV TIT CON CON CON TIT VOL",
                        "Group Studies of Hope, 7"))
                .isEqualTo("FAM GIV TIT CON CON CON CON VOL");
        assertThat(mended("Ortega, L. Hope of groups. Wiley.", "FAM GIV TIT TIT CON PUB", "Hope of groups"))
                .isEqualTo("FAM GIV TIT TIT TIT PUB");
    }

    @Test
    void takesNoItalicsForNames() {
        assertThat(mended("Ortega, L. Hope. Wiley, 2019.", "FAM GIV FAM PUB DAT", "Hope"))
                .isEqualTo("FAM GIV TIT PUB DAT");
    }

    @Test
    void joinsWhatIsTorn() {
        assertThat(mended("Hope and 12 groups. Group", "TIT TIT PAG TIT CON", ""))
                .isEqualTo("TIT TIT TIT TIT CON");
    }

    @Test
    void takesOneWordAfterAStopToTheSource() {
        assertThat(mended("Hope now. Ed. Psych. Rev. 17", "TIT TIT TIT CON CON VOL", ""))
                .isEqualTo("TIT TIT CON CON CON VOL");
    }

    @Test
    void leavesTheWordInOffTheSource() {
        assertThat(mended("Hope now, in Group Studies, 17", "TIT TIT CON CON CON VOL", ""))
                .isEqualTo("TIT TIT MAR CON CON VOL");
        assertThat(mended("Hope now in Print, 17", "TIT TIT TIT CON VOL", "")).isEqualTo("TIT TIT TIT CON VOL");
    }

    @Test
    void takesALongRangeForPages() {
        assertThat(mended("Hope. Groups (33-56)", "TIT CON ISS ISS", "")).isEqualTo("TIT CON PAG PAG");
        assertThat(mended("Hope. Groups (3-4)", "TIT CON ISS ISS", "")).isEqualTo("TIT CON ISS ISS");
    }

    @Test
    void takesASourceWithoutATitleForOne() {
        assertThat(mended("Ortega, L. Hope of groups. Wiley, 2019.", "FAM GIV CON CON CON PUB DAT", ""))
                .isEqualTo("FAM GIV TIT TIT TIT PUB DAT");
    }
}
