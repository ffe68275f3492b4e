#!/usr/bin/perl
# Checks backups as tools/commands/backup.md describes them, with nothing of ducha's: every segment against its
# digest, every entry against its leaf, the leaves from 0 on against each root, manifests against themselves.
#
#   check_backup.pl FOLDER|FILE          prints each backup's number, size and root
use strict;
use warnings;

sub fail { print "no: $_[0]\n"; exit 1 }
sub slurp { open my $in, '<:raw', $_[0] or fail("cannot read $_[0]"); local $/; <$in> }

my $algorithm;
sub digest {
  return do { require Digest::SHA; Digest::SHA::sha256($_[0]) } if $algorithm eq 'sha256';
  my $name = "/tmp/ducha-backup-$$.in";
  open my $out, '>:raw', $name or fail("cannot write $name");
  print $out $_[0];
  close $out;
  my $digest = qx(openssl dgst -$algorithm -binary $name);
  unlink $name;
  $digest;
}
sub hex_digest { unpack 'H*', digest($_[0]) }

# The right edge of the tree: [level, root] of the complete subtrees, largest first.
my @edge;
sub add {
  push @edge, [0, $_[0]];
  while (@edge > 1 && $edge[-1][0] == $edge[-2][0]) {
    my ($left, $right) = splice @edge, -2;
    push @edge, [$left->[0] + 1, digest("\x01$left->[1]$right->[1]")];
  }
}
sub root {
  my $root = $edge[-1][1];
  $root = digest("\x01$edge[$_][1]$root") for reverse 0 .. $#edge - 1;
  unpack 'H*', $root;
}

my $size = 0;
sub check_segment {
  my ($bytes, $first, $count, $digest) = @_;
  fail("segment $first is not as it was written") if hex_digest($bytes) ne $digest;
  $bytes =~ /\Aducha-entries\/v1 first=(\d+) count=(\d+) root=(\w+):([0-9a-f]{64})\n/ or fail("segment $first has no line");
  my ($root, $at) = ($4, $+[0]);
  fail("segment $first is another") if $1 != $first || $2 != $count || $3 ne $algorithm || $first != $size;
  for my $i (0 .. $count - 1) {
    my ($offset, $length, $leaf) = unpack 'Q> N a32', substr $bytes, $at + 44 * $i, 44;
    my $entry = substr $bytes, $at + 44 * $count + $offset, $length;
    fail('entry ' . ($first + $i)) if digest("\x00$entry") ne $leaf;
    add($leaf);
  }
  $size += $count;
  fail("segment $first does not give its root") if root() ne $root;
}

sub check_manifest {
  my ($bytes, $segment) = @_;
  my $whole = $bytes;
  $bytes =~ s/\Aducha-backup\/v1 number=(\d+) size=(\d+) root=(\w+):([0-9a-f]{64}) edition=\d+ ledger=[0-9a-f]{64} taken=\S+\n//
    or fail('no manifest');
  my ($number, $to, $root) = ($1, $2, $4);
  $algorithm = $3;
  my @segments;
  push @segments, [$1, $2, $3, $4] while $bytes =~ s/\Asegment first=(\d+) count=(\d+) bytes=(\d+) digest=([0-9a-f]{64})\n//;
  while ($bytes =~ s/\Afile name=\S+ bytes=(\d+)\n//) { substr($bytes, 0, $1 + 1) = '' }
  my $before = length($whole) - length $bytes;
  $bytes =~ s/\Aend digest=([0-9a-f]{64})\n// or fail('the manifest has no end');
  fail("manifest $number is not as it was written") if hex_digest(substr $whole, 0, $before) ne $1;
  for (@segments) {
    my ($first, $count, $length, $digest) = @$_;
    my $own = $segment ? $segment->($first, $first + $count - 1) : substr $bytes, 0, $length, '';
    fail("segment $first has another length") if length $own != $length;
    check_segment($own, $first, $count, $digest);
  }
  fail("there is more behind backup $number") if length $bytes;
  fail("backup $number does not give its root") if $size != $to || root() ne $root;
  print "$number $size $root\n";
}

my $place = shift;
if (-d $place) {
  for my $manifest (sort glob "$place/backup-*.manifest") {
    check_manifest(slurp($manifest), sub { slurp(sprintf "%s/entries-%012d-%012d.segment", $place, @_) });
  }
} else {
  check_manifest(slurp($place));
}
