package dev.precis.pipeline.understand.citation.tagger;

import java.util.List;

/** Words that tell by themselves what they are part of, found by their hashes. */
final class Vocabulary {
    static final int NONE = 0;
    static final int SOURCE = 1;
    static final int PUBLISHER = 2;
    static final int MONTH = 3;
    static final int JOINING = 4;
    static final int SMALL = 5;
    static final int MARKING = 6;
    static final int COUNT = 7;

    private static final List<String> LISTS = List.of("""
        journal review reviews annals archives archive bulletin proceedings transactions letters quarterly annual advances
        research psychology psychiatry psychotherapy psychologist medicine science sciences studies lancet nature
        neuroscience therapy clinical clinics american british european international revue zeitschrift archiv revista
        cahiers annales j int am br psychol psychiatr psychiatry clin res med rev ann arch sci acta bmc plos frontiers
        """, """
        press university publications publishing publishers publisher books wiley guilford routledge springer elsevier
        sage academic oxford cambridge erlbaum norton basic association verlag presses éditions editions dunod
        blackwell palgrave macmillan pearson hogrefe institute karger mcgraw hill prentice hall taylor francis brunner
        """, """
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        """, """
        and et al und y e with others
        """, """
        of the a an in on for to from by as at or is are de des du la le les der die das und für zur
        with without between among versus vs do does what how why when its their
        """, """
        pp p vol vols no nos nr issue art article doi retrieved available accessed ed eds edn edition editor editors
        chapter chap online advance epub http https pmid isbn volume number pages page print ahead forthcoming press
        thesis dissertation unpublished
        """);

    private static final int SIZE = 1024;
    private static final int[] HASHES = new int[SIZE];
    private static final byte[] KINDS = new byte[SIZE];

    static {
        for (int kind = 0; kind < LISTS.size(); kind++) {
            for (String word : LISTS.get(kind).strip().split("\\s+")) {
                put(TokenSequence.hash(word, 0, word.length()), (byte) (kind + 1));
            }
        }
    }

    private Vocabulary() {}

    private static void put(int hash, byte kind) {
        int at = place(hash);
        if (KINDS[at] == NONE) {
            HASHES[at] = hash;
            KINDS[at] = kind;
        }
    }

    /** Which list the word is in; the first where it is in several. */
    static int kind(int hash) {
        return KINDS[place(hash)];
    }

    private static int place(int hash) {
        int at = (hash ^ hash >>> 15) & SIZE - 1;
        while (KINDS[at] != NONE && HASHES[at] != hash) {
            at = at + 1 & SIZE - 1;
        }
        return at;
    }
}
