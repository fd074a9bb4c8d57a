// One tile through the network: groups of one or two neurons, each a run of multiply-adds and then its activation.
import {
  ACTIVATION_0, ACTIVATION_1, BIAS_0, BIAS_1, GROUP_END, GROUP_SIZE, GROUPS, HIGH_0, HIGH_1, IS_LIMITED,
  LINK_SIZE, LINKS_END, LOW_0, LOW_1, ROW_0, ROW_1,
} from './layout';
import {
  bellOf, constant, cosOf, limit, madd, NEGATIVE_HALF_LOG2E, NEGATIVE_LOG2E, NONE, ONE, sigmoidOf, sinOf, softAbsOf,
  softplusOf, tanhOf, TWO, ZERO,
} from './vectors';

export function runNetwork(parameters: usize, bytes: usize): void {
  const end = <usize>load<u32>(parameters, GROUP_END);
  for (let group = <usize>load<u32>(parameters, GROUPS); group < end; ) {
    const links = group + GROUP_SIZE;
    const linksEnd = <usize>load<u32>(group, LINKS_END);
    const row0 = <usize>load<u32>(group, ROW_0);
    const row1 = <usize>load<u32>(group, ROW_1);
    if (row1 != 0) {
      sumPair(group, links, linksEnd, row0, row1, bytes);
      activate(load<i32>(group, ACTIVATION_1), row1, row1 + bytes);
    } else {
      sumOne(group, links, linksEnd, row0, bytes);
    }
    activate(load<i32>(group, ACTIVATION_0), row0, row0 + bytes);
    group = linksEnd;
  }
}

/** Two neurons, sixteen samples at a time: eight sums in registers. */
function sumPair(group: usize, links: usize, linksEnd: usize, row0: usize, row1: usize, bytes: usize): void {
  const isLimited = load<i32>(group, IS_LIMITED);
  for (let at: usize = 0; at < bytes; at += 64) {
    let a0 = v128.load32_splat(group, BIAS_0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = v128.load32_splat(group, BIAS_1);
    let b1 = b0;
    let b2 = b0;
    let b3 = b0;
    for (let link = links; link < linksEnd; link += LINK_SIZE) {
      const from = <usize>load<u32>(link) + at;
      const w0 = v128.load32_splat(link, 4);
      const w1 = v128.load32_splat(link, 8);
      const x0 = v128.load(from, 0);
      a0 = madd(w0, x0, a0);
      b0 = madd(w1, x0, b0);
      const x1 = v128.load(from, 16);
      a1 = madd(w0, x1, a1);
      b1 = madd(w1, x1, b1);
      const x2 = v128.load(from, 32);
      a2 = madd(w0, x2, a2);
      b2 = madd(w1, x2, b2);
      const x3 = v128.load(from, 48);
      a3 = madd(w0, x3, a3);
      b3 = madd(w1, x3, b3);
    }
    if (isLimited) {
      const low0 = v128.load32_splat(group, LOW_0);
      const high0 = v128.load32_splat(group, HIGH_0);
      const low1 = v128.load32_splat(group, LOW_1);
      const high1 = v128.load32_splat(group, HIGH_1);
      a0 = limit(a0, low0, high0);
      a1 = limit(a1, low0, high0);
      a2 = limit(a2, low0, high0);
      a3 = limit(a3, low0, high0);
      b0 = limit(b0, low1, high1);
      b1 = limit(b1, low1, high1);
      b2 = limit(b2, low1, high1);
      b3 = limit(b3, low1, high1);
    }
    v128.store(row0 + at, a0, 0);
    v128.store(row0 + at, a1, 16);
    v128.store(row0 + at, a2, 32);
    v128.store(row0 + at, a3, 48);
    v128.store(row1 + at, b0, 0);
    v128.store(row1 + at, b1, 16);
    v128.store(row1 + at, b2, 32);
    v128.store(row1 + at, b3, 48);
  }
}

/** One neuron, sixteen samples at a time. */
function sumOne(group: usize, links: usize, linksEnd: usize, row: usize, bytes: usize): void {
  const isLimited = load<i32>(group, IS_LIMITED);
  for (let at: usize = 0; at < bytes; at += 64) {
    let a0 = v128.load32_splat(group, BIAS_0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    for (let link = links; link < linksEnd; link += LINK_SIZE) {
      const from = <usize>load<u32>(link) + at;
      const w = v128.load32_splat(link, 4);
      a0 = madd(w, v128.load(from, 0), a0);
      a1 = madd(w, v128.load(from, 16), a1);
      a2 = madd(w, v128.load(from, 32), a2);
      a3 = madd(w, v128.load(from, 48), a3);
    }
    if (isLimited) {
      const low = v128.load32_splat(group, LOW_0);
      const high = v128.load32_splat(group, HIGH_0);
      a0 = limit(a0, low, high);
      a1 = limit(a1, low, high);
      a2 = limit(a2, low, high);
      a3 = limit(a3, low, high);
    }
    v128.store(row + at, a0, 0);
    v128.store(row + at, a1, 16);
    v128.store(row + at, a2, 32);
    v128.store(row + at, a3, 48);
  }
}

/** Added to an activation's number where the sum may be of many turns. */
const IS_TURNED: i32 = 64;
/** ... and where no exponent can leave its range. */
const IS_BOUNDED: i32 = 128;

/** Takes whole turns away in float64: a single float has too few digits for the multiple of pi to be taken from it. */
export function reduceTurns(from: usize, end: usize): void {
  const perTurn = f64x2.splat(0.15915494309189535);
  const turn = f64x2.splat(6.283185307179586);
  const rest = f64x2.splat(2.4492935982947064e-16);
  for (let at = from; at < end; at += 8) {
    const x = f64x2.promote_low_f32x4(v128.load64_zero(at));
    const n = f64x2.nearest(f64x2.mul(x, perTurn));
    const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, turn)), f64x2.mul(n, rest));
    v128.store64_lane(at, f32x4.demote_f64x2_zero(r), 0);
  }
}

/** Numbers as in src/core/cppn/kernel-network.ts; 0: what limits and sums alone do. */
export function activate(kind: i32, from: usize, end: usize): void {
  if (kind & IS_TURNED) reduceTurns(from, end);
  switch (kind & ~IS_TURNED) {
    case 0:
      return;
    case 1:
      for (let at = from; at < end; at += 32) {
        v128.store(at, sinOf(v128.load(at)));
        v128.store(at, sinOf(v128.load(at, 16)), 16);
      }
      return;
    case 2:
      for (let at = from; at < end; at += 32) {
        v128.store(at, cosOf(v128.load(at)));
        v128.store(at, cosOf(v128.load(at, 16)), 16);
      }
      return;
    case 3:
      for (let at = from; at < end; at += 32) {
        v128.store(at, tanhOf(v128.load(at), false));
        v128.store(at, tanhOf(v128.load(at, 16), false), 16);
      }
      return;
    case 3 | IS_BOUNDED:
      for (let at = from; at < end; at += 32) {
        v128.store(at, tanhOf(v128.load(at), true));
        v128.store(at, tanhOf(v128.load(at, 16), true), 16);
      }
      return;
    case 4:
      for (let at = from; at < end; at += 32) {
        v128.store(at, sigmoidOf(v128.load(at), false));
        v128.store(at, sigmoidOf(v128.load(at, 16), false), 16);
      }
      return;
    case 4 | IS_BOUNDED:
      for (let at = from; at < end; at += 32) {
        v128.store(at, sigmoidOf(v128.load(at), true));
        v128.store(at, sigmoidOf(v128.load(at, 16), true), 16);
      }
      return;
    case 5:
      for (let at = from; at < end; at += 16) v128.store(at, madd(sigmoidOf(v128.load(at), false), constant(TWO), constant(NONE)));
      return;
    case 6:
      for (let at = from; at < end; at += 32) {
        v128.store(at, bellOf(v128.load(at), NEGATIVE_LOG2E, false));
        v128.store(at, bellOf(v128.load(at, 16), NEGATIVE_LOG2E, false), 16);
      }
      return;
    case 6 | IS_BOUNDED:
      for (let at = from; at < end; at += 32) {
        v128.store(at, bellOf(v128.load(at), NEGATIVE_LOG2E, true));
        v128.store(at, bellOf(v128.load(at, 16), NEGATIVE_LOG2E, true), 16);
      }
      return;
    case 7:
      for (let at = from; at < end; at += 32) {
        v128.store(at, madd(bellOf(v128.load(at), NEGATIVE_LOG2E, false), constant(TWO), constant(NONE)));
        v128.store(at, madd(bellOf(v128.load(at, 16), NEGATIVE_LOG2E, false), constant(TWO), constant(NONE)), 16);
      }
      return;
    case 7 | IS_BOUNDED:
      for (let at = from; at < end; at += 32) {
        v128.store(at, madd(bellOf(v128.load(at), NEGATIVE_LOG2E, true), constant(TWO), constant(NONE)));
        v128.store(at, madd(bellOf(v128.load(at, 16), NEGATIVE_LOG2E, true), constant(TWO), constant(NONE)), 16);
      }
      return;
    case 8:
      for (let at = from; at < end; at += 16) v128.store(at, bellOf(v128.load(at), NEGATIVE_HALF_LOG2E, false));
      return;
    case 9:
      for (let at = from; at < end; at += 16) v128.store(at, softplusOf(v128.load(at)));
      return;
    case 10:
      for (let at = from; at < end; at += 16) v128.store(at, f32x4.abs(v128.load(at)));
      return;
    case 11:
      for (let at = from; at < end; at += 16) v128.store(at, softAbsOf(v128.load(at)));
      return;
    case 12:
      for (let at = from; at < end; at += 16) {
        const x = v128.load(at);
        v128.store(at, f32x4.mul(x, x));
      }
      return;
    default:
      for (let at = from; at < end; at += 16) {
        v128.store(at, v128.and(f32x4.gt(v128.load(at), constant(ZERO)), constant(ONE)));
      }
  }
}
