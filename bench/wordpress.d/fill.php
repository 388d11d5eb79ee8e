<?php
// fill.php SITE COMMAND [ARGUMENT]: makes and changes the blog in the folder SITE, a copy of WordPress.
//   install      an empty blog
//   fill         31 posts and what else blogs have
//   change       one post is edited, one deleted
//   few          only some posts are left, for a small recording
//   theme NAME   how it looks from now on
//   export FILE  what WordPress exports
//   want FILE    what a person reads in the published posts, as JSON
declare(strict_types=1);
error_reporting(E_ALL & ~E_DEPRECATED);
[, $site, $command] = $argv;
$argument = $argv[3] ?? '';
$_SERVER['HTTP_HOST'] = getenv('BLOG_HOST');
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
if ($command === 'install') {
    define('WP_INSTALLING', true);
}
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/admin.php';
require __DIR__ . '/posts.php';
$studies = require __DIR__ . '/studies.php';

const AUTHORS = ['mira' => 'Mira Holt', 'jon' => 'Jon Okafor', 'ada' => 'Ada Lind'];
const CATEGORIES = [ // slug, name, above
    ['therapy', 'Therapy', ''], ['alliance', 'Alliance', 'therapy'], ['groups', 'Group therapy', 'therapy'],
    ['cbt', 'Behaviour therapy', 'therapy'], ['couples', 'Couples', 'therapy'], ['rest', 'Sleep & rest', ''],
    ['sleep', 'Sleep', 'rest'], ['insomnia', 'Insomnia', 'sleep'], ['research', 'Research', ''],
    ['process-research', 'Process research', 'research'], ['trials', 'Trials', 'research'],
    ['small-trials', 'Small trials', 'trials'], ['training', 'Training', 'research'],
];
const EDITED = 'Counting sheep, counted';
const DELETED = 'A post that was taken back';

function id_of(string $title): int
{
    $found = get_posts(['title' => $title, 'post_status' => 'any', 'numberposts' => 1]);
    return $found[0]->ID;
}

function install(): void
{
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    add_filter('pre_wp_mail', '__return_true');
    wp_install('The Quiet Hour', 'editor', 'editor@quiet.example', true, '', bin2hex(random_bytes(12)), 'en_US');
    foreach (get_posts(['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1]) as $sample) {
        wp_delete_post($sample->ID, true);
    }
    $settings = ['blogdescription' => 'Invented studies, read for you', 'timezone_string' => 'Europe/Oslo',
        'permalink_structure' => '/%year%/%monthnum%/%day%/%postname%/', 'posts_per_page' => 10, 'posts_per_rss' => 100,
        'rss_use_excerpt' => 0, 'default_pingback_flag' => 0, 'comment_moderation' => 0];
    foreach ($settings as $name => $value) {
        update_option($name, $value);
    }
}

function add(array $post): int
{
    $id = wp_insert_post(wp_slash($post + ['post_status' => 'publish', 'post_type' => 'post']), true);
    if (is_wp_error($id)) {
        throw new RuntimeException($id->get_error_message());
    }
    return $id;
}

function attachment(): string
{
    $file = wp_upload_bits('window.png', null, base64_decode(
        'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADklEQVR4nGP4f4ABFQEAdvkPcVS5dEEAAAAASUVORK5CYII='));
    $id = wp_insert_attachment(['post_title' => 'A window', 'post_mime_type' => 'image/png',
        'post_content' => 'The window of the clinic, looking north.', 'post_status' => 'inherit'], $file['file']);
    return wp_get_attachment_url($id);
}

function fill(array $studies): void
{
    wp_set_current_user(1);
    foreach (AUTHORS as $login => $name) {
        wp_insert_user(['user_login' => $login, 'user_pass' => bin2hex(random_bytes(12)), 'role' => 'author',
            'display_name' => $name, 'user_email' => "$login@quiet.example"]);
    }
    $categories = [];
    foreach (CATEGORIES as [$slug, $name, $above]) {
        $term = wp_insert_term($name, 'category', ['slug' => $slug, 'parent' => $categories[$above] ?? 0]);
        $categories[$slug] = $term['term_id'];
    }
    $picture = attachment();
    $ids = [];
    foreach ($studies as $number => $study) {
        [$title, $date, $author, $filed, $tags] = $study;
        $ids[$number] = add(['post_title' => $title, 'post_content' => post_of($study, $number, $picture)['content'],
            'post_date' => "$date:00", 'post_author' => get_user_by('login', $author)->ID, 'tags_input' => $tags,
            'post_category' => array_map(fn ($slug) => $categories[$slug], $filed),
            'post_excerpt' => $number % 8 === 4 ? "In short: a study of $study[5]." : '']);
        update_post_meta($ids[$number], 'study', $number);
    }
    others($studies, $categories, $ids);
    flush_rewrite_rules();
}

/** What is no post that a reader sees, and what readers say. */
function others(array $studies, array $categories, array $ids): void
{
    $unseen = post_of($studies[0], 99, '')['content'];
    add(['post_title' => 'A draft on dreams', 'post_content' => $unseen, 'post_status' => 'draft']);
    add(['post_title' => 'For the editors alone', 'post_content' => $unseen, 'post_status' => 'private']);
    add(['post_title' => 'Behind a password', 'post_content' => $unseen, 'post_password' => 'owl']);
    add(['post_title' => 'Next year: naps again', 'post_content' => $unseen, 'post_status' => 'future',
        'post_date' => gmdate('Y-m-d H:i:s', time() + 40_000_000)]);
    add(['post_title' => 'About', 'post_type' => 'page', 'post_content' => paragraph(
        'The Quiet Hour reads studies for you. Nothing here has happened: studies, people and journals are invented.')]);
    stick_post($ids[2]);
    $says = fn (int $number, string $who, string $what, int $above = 0): int => wp_insert_comment(['comment_parent' => $above,
        'comment_post_ID' => $ids[$number], 'comment_author' => $who, 'comment_content' => $what, 'comment_approved' => 1,
        'comment_author_email' => 'reader@quiet.example', 'comment_date' => '2024-09-20 12:00:00']);
    foreach ([0, 1, 5, 9, 17, 20, 28] as $number) {
        $first = $says($number, 'P. Reader', "Thank you, this is close to what I see with {$studies[$number][5]}.");
        $says($number, 'Q. Other', 'See also: Brown, T. (2011). Sleep and its friends. Journal of Examples, 3(1), 4–9.', $first);
    }
}

function change(): void
{
    $id = id_of(EDITED);
    $content = str_replace('Do not laugh at sheep', 'Do not smile at sheep', get_post($id)->post_content);
    wp_update_post(wp_slash(['ID' => $id, 'post_title' => 'Counting sheep, counted again', 'post_content' => $content]));
    wp_trash_post(id_of(DELETED));
}

function few(array $studies): void
{
    update_option('sticky_posts', []);
    foreach (get_posts(['numberposts' => -1, 'has_password' => false]) as $post) {
        if (!in_array((int) get_post_meta($post->ID, 'study', true), [0, 1, 5, 6, 13, 22, 25], true)) {
            wp_delete_post($post->ID, true);
        }
    }
}

/** As a reader sees it: with the quotation marks and dashes that WordPress sets. */
function seen(string $text): string
{
    return html_entity_decode(wptexturize($text), ENT_QUOTES | ENT_HTML5);
}

function want(array $studies): array
{
    $posts = [];
    foreach (get_posts(['numberposts' => -1, 'has_password' => false, 'order' => 'ASC']) as $post) {
        $number = (int) get_post_meta($post->ID, 'study', true);
        $read = post_of($studies[$number], $number, '');
        $edited = fn (string $text): string => seen($post->post_title === 'Counting sheep, counted again'
            ? str_replace('Do not laugh', 'Do not smile', $text) : $text);
        $posts[] = ['title' => seen($post->post_title), 'date' => get_the_date('Y-m-d', $post),
            'author' => AUTHORS[get_userdata((int) $post->post_author)->user_login],
            'citation' => [seen($read['citation'])], 'body' => array_map('seen', $read['body']),
            'implications' => array_map($edited, $read['implications']), 'optional' => $read['optional'],
            'topics' => array_map(fn ($term) => html_entity_decode($term->name), get_the_category($post->ID)),
            'address' => get_permalink($post)];
    }
    $gone = get_posts(['numberposts' => -1, 'post_status' => 'trash']);
    return ['posts' => $posts, 'gone' => array_map(fn ($post) => seen($post->post_title), $gone)];
}

function export_to(string $file): void
{
    require_once ABSPATH . 'wp-admin/includes/export.php';
    ob_start();
    export_wp();
    file_put_contents($file, ob_get_clean());
}

match ($command) {
    'install' => install(),
    'fill' => fill($studies),
    'change' => change(),
    'few' => few($studies),
    'theme' => switch_theme($argument),
    'export' => export_to($argument),
    'want' => file_put_contents($argument, json_encode(want($studies), JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)),
};
