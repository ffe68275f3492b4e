#!/usr/bin/perl
# Checks a proof as tools/commands/prove.md describes it, with nothing of ducha's: entries, inclusion,
# consistency and the signature of the head. Digests and signatures are OpenSSL's command's.
#
#   check_proof.pl PROOF PUBLIC-KEY [OLDER-CHECKPOINT]
use strict;
use warnings;
use MIME::Base64;

my ($file, $vkey, $older_file) = @ARGV;
my $sm3;

sub fail { print "no: $_[0]\n"; exit 1 }
sub slurp { open my $in, '<:raw', $_[0] or fail("cannot read $_[0]"); local $/; <$in> }
sub spill { my ($name, $bytes) = @_; open my $out, '>:raw', $name or fail("cannot write $name"); print $out $bytes; close $out; $name }

sub digest {
  my ($bytes, $name) = (@_, $sm3 ? 'sm3' : 'sha256');
  my $in = spill("/tmp/ducha-proof-$$.in", $bytes);
  my $out = qx(openssl dgst -$name -binary $in);
  length $out == 32 or fail('openssl gave no digest');
  $out;
}
sub node { digest("\x01$_[0]$_[1]") }

# RFC 9162, 2.1.3.2
sub root_of_inclusion {
  my ($leaf, $index, $size, @path) = @_;
  my ($fn, $sn, $r) = ($index, $size - 1, $leaf);
  for my $p (@path) {
    fail('path too long') if $sn == 0;
    if ($fn % 2 || $fn == $sn) {
      $r = node($p, $r);
      if (!($fn % 2)) { do { $fn >>= 1; $sn >>= 1 } until $fn % 2 || $fn == 0 }
    } else { $r = node($r, $p) }
    $fn >>= 1; $sn >>= 1;
  }
  fail('path too short') if $sn != 0;
  $r;
}

# RFC 9162, 2.1.4.2
sub check_consistency {
  my ($first, $first_root, $second, $second_root, @path) = @_;
  if ($first == $second) { fail('heads differ') if $first_root ne $second_root || @path; return }
  unshift @path, $first_root if ($first & ($first - 1)) == 0;
  my ($fn, $sn) = ($first - 1, $second - 1);
  while ($fn % 2) { $fn >>= 1; $sn >>= 1 }
  my $fr = my $sr = shift @path;
  for my $c (@path) {
    fail('consistency too long') if $sn == 0;
    if ($fn % 2 || $fn == $sn) {
      $fr = node($c, $fr); $sr = node($c, $sr);
      if (!($fn % 2)) { do { $fn >>= 1; $sn >>= 1 } until $fn % 2 || $fn == 0 }
    } else { $sr = node($sr, $c) }
    $fn >>= 1; $sn >>= 1;
  }
  fail('consistency does not hold') if $sn != 0 || $fr ne $first_root || $sr ne $second_root;
}

sub check_signature {
  my ($body, $name, $signature) = @_;
  my ($key_name, $hash, $encoded) = split /\+/, $vkey, 3;
  my $typed = decode_base64($encoded);
  fail('the key is named otherwise') if $key_name ne $name;
  my $was = $sm3; $sm3 = 0;
  fail('the key has another hash') if unpack('H8', digest("$key_name\n$typed")) ne $hash;
  $sm3 = $was;
  my ($der, @how);
  if (substr($typed, 0, 1) eq "\x01") {  # SubjectPublicKeyInfo around the bare key
    $der = pack('H*', '302a300506032b6570032100') . substr($typed, 1);
    @how = ('-rawin');
  } else {
    my $mark = "\xffducha/sm2-sm3";
    fail('an unknown kind of key') if substr($typed, 0, length $mark) ne $mark;
    $der = pack('H*', '3059301306072a8648ce3d020106082a811ccf5501822d034200') . substr($typed, length $mark);
    @how = ('-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678');
  }
  my $pem = spill("/tmp/ducha-proof-$$.pem", "-----BEGIN PUBLIC KEY-----\n" . encode_base64($der) . "-----END PUBLIC KEY-----\n");
  my $text = spill("/tmp/ducha-proof-$$.body", $body);
  my $sig = spill("/tmp/ducha-proof-$$.sig", $signature);
  system("openssl pkeyutl -verify -pubin -inkey $pem @how -in $text -sigfile $sig >/dev/null 2>&1") == 0
    or fail('the signature is wrong');
}

my @lines = split /\n/, slurp($file), -1;
shift @lines eq 'ducha-proof/v1' or fail('no proof');
my (@entries, @since);
while (defined(my $line = shift @lines)) {
  last if $line eq '';
  my ($word, @rest) = split / /, $line;
  my (undef, @path) = map { decode_base64($_) } split / /, shift @lines;
  if ($word eq 'entry') { push @entries, [$rest[0], decode_base64($rest[1]), @path] }
  elsif ($word eq 'since') { @since = ($rest[0], decode_base64($rest[1]), @path) }
  else { fail("an unknown line: $word") }
}
my ($origin, $size, $root) = splice @lines, 0, 3;
my $body = "$origin\n$size\n$root\n";
if ($lines[0] =~ /^digest (.*)/) { $sm3 = $1 eq 'sm3'; $body .= shift(@lines) . "\n" }
shift @lines eq '' or fail('no empty line before the signatures');
$root = decode_base64($root);
my ($name) = split /\+/, $vkey;
my ($line) = grep { /^\xe2\x80\x94 \Q$name\E / } @lines or fail('no signature of that key');
check_signature($body, $origin, substr(decode_base64((split / /, $line)[2]), 4));
for my $entry (@entries) {
  my ($seq, $bytes, @path) = @$entry;
  root_of_inclusion(digest("\x00$bytes"), $seq, $size, @path) eq $root or fail("entry $seq is not in the log");
}
if ($older_file) {
  my (undef, $older, $older_root) = split /\n/, slurp($older_file);
  @since or fail('nothing is said about an older head');
  fail('it is another older head') if $since[0] != $older || $since[1] ne decode_base64($older_root);
  check_consistency(@since[0, 1], $size, $root, @since[2 .. $#since]);
}
unlink glob "/tmp/ducha-proof-$$.*";
printf "yes: %d entries, head of %d\n", scalar @entries, $size;
