<?php
// From a study to a post as its author sets it, and to what a person reads in it.

/** @return array{content: string, body: string[], implications: string[], citation: string, optional: string[]} */
function post_of(array $study, int $number, string $picture): array
{
    [, , $author, , , $who, $compared, $count, $result, $first, $second, $work] = $study;
    $body = [
        sprintf('This study looked at %s. It compared %s, and followed %d of them for a year.', $who, $compared, $count),
        sprintf('%s. The authors planned the analysis before they saw the numbers, and say so.', $result),
        sprintf('What remains open is whether the same would be found elsewhere: %s are not like everybody else.', $who),
    ];
    $post = ['body' => $body, 'implications' => [$first, $second], 'citation' => $work, 'optional' => []];
    $text = array_map('paragraph', $body);
    if ($number % 5 === 0) {
        $caption = 'A window in the clinic, picture ' . $number;
        $post['optional'][] = $caption;
        array_splice($text, 1, 0, [picture($author, $picture, $caption)]);
    }
    if ($number % 4 === 1) {
        $quote = sprintf("We were surprised, the authors write, by how little it took in case %d.", $number);
        $post['body'][] = $quote;
        $text[] = block('quote', '<blockquote class="wp-block-quote">' . paragraph($quote) . '</blockquote>');
    }
    if ($number % 6 === 2) {
        $items = ['Design: two groups, drawn by lot', 'Follow-up: twelve months, ' . $count . ' people'];
        array_push($post['body'], ...$items);
        $text[] = items($items);
    }
    if ($number % 7 === 3) {
        $cells = ['Outcome', 'People', 'Stayed to the end', (string) (int) ($count * 0.8)];
        array_push($post['body'], ...$cells);
        $text[] = block('table', "<figure class=\"wp-block-table\"><table><thead><tr><th>$cells[0]</th><th>$cells[1]</th></tr></thead>"
            . "<tbody><tr><td>$cells[2]</td><td>$cells[3]</td></tr></tbody></table></figure>");
    }
    if ($number % 5 === 2) {
        $post['body'][] = 'Who took part';
        array_splice($text, 1, 0, [heading('Who took part', 3)]);
    }
    if ($number % 4 === 3) {
        array_splice($text, 1, 0, ['<!--more-->']);
    }
    $advice = $author === 'mira' ? [items([$first, $second])] : array_map('paragraph', [$first, $second]);
    array_unshift($advice, heading('Practice implications', 2));
    $post['content'] = match ($author) {
        'mira' => join_blocks([paragraph($work), ...$text, ...$advice]),
        'jon' => join_blocks([...$text, ...$advice, heading('Reference', 2), paragraph($work)]),
        default => classic([...$text, ...$advice, 'Study reviewed: ' . $work]),
    };
    return $post;
}

function paragraph(string $text): string
{
    return block('paragraph', "<p>$text</p>");
}

function heading(string $text, int $level): string
{
    return block('heading', "<h$level>$text</h$level>", $level === 2 ? '' : "{\"level\":$level} ");
}

function items(array $items): string
{
    $list = implode('', array_map(fn ($item) => block('list-item', "<li>$item</li>"), $items));
    return block('list', "<ul>$list</ul>");
}

function picture(string $author, string $address, string $caption): string
{
    $image = "<img src=\"$address\" alt=\"\" width=\"8\" height=\"8\" />";
    return $author === 'ada'
        ? "[caption id=\"\" align=\"alignnone\" width=\"300\"]{$image} $caption" . '[/caption]'
        : block('image', "<figure class=\"wp-block-image\">$image<figcaption class=\"wp-element-caption\">$caption</figcaption></figure>");
}

function block(string $name, string $html, string $settings = ''): string
{
    return "<!-- wp:$name $settings-->\n$html\n<!-- /wp:$name -->\n";
}

function join_blocks(array $blocks): string
{
    return str_replace('<!--more-->', "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n", implode("\n", $blocks));
}

/** As the editor of before 2018 keeps it: no paragraphs in the mark-up, only blank lines. */
function classic(array $blocks): string
{
    $plain = preg_replace(['/<!-- .*? -->\n?/', '~</?p>|<(/?)figure[^>]*>~'], '', $blocks);
    return implode("\n\n", array_map('trim', $plain));
}
