<?php
// record.php BLOG EXPORT WANT FOLDER [pages]: keeps what the blog answers, for tests without a WordPress.
// Kept are each answer's path, type and headers that matter (answers.json) and its text, with http://blog.example for the
// blog's address. Of pages only structural mark-up is kept: no styles, scripts, forms, drawings and pictures' sources.
declare(strict_types=1);
[, $blog, $export, $want, $folder] = $argv;
const ADDRESS = 'http://blog.example';

function ours(string $text): string
{
    global $blog;
    return str_replace([$blog, str_replace('/', '\/', $blog)], [ADDRESS, str_replace('/', '\/', ADDRESS)], $text);
}

/** @return array{status: int, headers: array<string, string>, body: string} */
function ask(string $path): array
{
    global $blog;
    $context = stream_context_create(['http' => ['ignore_errors' => true, 'follow_location' => 0]]);
    $body = (string) file_get_contents($blog . $path, false, $context);
    $lines = http_get_last_response_headers_of($http_response_header);
    return ['status' => (int) explode(' ', $http_response_header[0])[1], 'headers' => $lines, 'body' => $body];
}

/** @return array<string, string> the headers that crawlers look at */
function http_get_last_response_headers_of(array $lines): array
{
    $headers = [];
    foreach ($lines as $line) {
        if (preg_match('/^(content-type|link|x-wp-total|x-wp-totalpages|location|x-robots-tag): (.*)$/i', $line, $found)) {
            $name = strtolower($found[1]);
            $headers[$name] = isset($headers[$name]) ? "$headers[$name], $found[2]" : $found[2];
        }
    }
    return $headers;
}

function bare(string $html): string
{
    $gone = ['~<(style|script|noscript|svg|form)\b.*?</\1>~s', '~<link\b[^>]*(stylesheet|dns-prefetch|pingback|EditURI|wlwmanifest|oembed)[^>]*>~',
        '~ (style|srcset|sizes|data-[\w-]+|onclick|decoding|loading)=("[^"]*"|\'[^\']*\')~', '~<img\b[^>]*gravatar[^>]*>~',
        '~^\s+~m', '~<!--.*?-->~s', '~ class=(""|\'\')~'];
    return preg_replace($gone, '', $html) . "\n";
}

@mkdir($folder, 0777, true);
$paths = ['/', '/feed/', '/robots.txt', '/wp-sitemap.xml', '/wp-sitemap-posts-post-1.xml', '/wp-sitemap-posts-page-1.xml', '/about/',
    '/wp-json/wp/v2/posts?per_page=3&_embed=author,wp:term&page=1', '/wp-json/wp/v2/posts?per_page=3&_embed=author,wp:term&page=2',
    '/wp-json/wp/v2/posts?per_page=3&_embed=author,wp:term&page=3', '/wp-json/wp/v2/posts?per_page=3&_embed=author,wp:term&page=4',
    '/no-such-page/'];
foreach (json_decode((string) file_get_contents($want), true)['posts'] as $post) {
    $paths[] = substr($post['address'], strlen($blog));
}
$answers = [];
$pages = ($argv[5] ?? '') === 'pages'; // what has no theme is kept once
foreach ($paths as $number => $path) {
    $answer = ask($path);
    $type = $answer['headers']['content-type'] ?? '';
    if ($pages && !str_contains($type, 'html')) {
        continue;
    }
    $body = str_contains($type, 'html') ? bare($answer['body']) : $answer['body'];
    if (str_contains($type, 'application/json')) {
        $rows = json_decode($body);
        foreach (is_array($rows) ? $rows : [] as $row) { // what describes the interface
            unset($row->_links, $row->excerpt->protected, $row->_embedded->author[0]->_links, $row->_embedded->author[0]->avatar_urls);
            foreach ($row->_embedded->{'wp:term'} ?? [] as $terms) {
                array_walk($terms, function ($term) { unset($term->_links); });
            }
        }
        $body = json_encode($rows, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE) . "\n";
    }
    $suffix = str_contains($type, 'html') ? 'html' : (str_contains($type, 'json') ? 'json' : (str_contains($type, 'xml') ? 'xml' : 'txt'));
    $file = sprintf('%02d-%s.%s', $number, trim(preg_replace('/[^a-z0-9]+/', '-', strtolower($path)), '-') ?: 'home', $suffix);
    file_put_contents("$folder/$file", ours($body));
    $answers[] = ['path' => $path, 'status' => $answer['status'], 'headers' => array_map('ours', $answer['headers']), 'file' => $file];
}
file_put_contents("$folder/answers.json", json_encode($answers, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES) . "\n");
if ($pages) {
    exit;
}
file_put_contents("$folder/want.json", ours((string) file_get_contents($want)) . "\n");
file_put_contents("$folder/export.xml", ours((string) file_get_contents($export)));
