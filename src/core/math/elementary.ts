// sin, exp and their kin from + - * / and bit patterns alone. `Math.sin` and the rest may differ in the last bits between
// engines, and a deep network can turn such a bit into a visible one; these give the same double everywhere.
// Errors are a few units in the last place over |x| <= 1e6, the range to which painters clamp sums.

const bits = new DataView(new ArrayBuffer(8));

// Cody and Waite: pi/2 in three parts, the first two with trailing zeros, so that n * part is exact for |n| < 2^20.
const PIO2_1 = 1.5707963267341256;
const PIO2_2 = 6.077100506303966e-11;
const PIO2_3 = 2.0222662487959506e-21;
const TWO_OVER_PI = 0.6366197723675814;

const sinPolynomial = (r: number) => {
  const z = r * r;
  return (
    r +
    r *
      z *
      (-1.6666666666666632e-1 +
        z *
          (8.33333333332249e-3 +
            z *
              (-1.984126982985795e-4 +
                z * (2.7557313707070068e-6 + z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)))))
  );
};
const cosPolynomial = (r: number) => {
  const z = r * r;
  return (
    1 -
    0.5 * z +
    z *
      z *
      (4.16666666666666e-2 +
        z *
          (-1.388888888887411e-3 +
            z *
              (2.480158728947673e-5 +
                z * (-2.7557314351390663e-7 + z * (2.087572321298175e-9 - z * 1.1359647557788195e-11)))))
  );
};

export function sin(x: number): number {
  const n = Math.round(x * TWO_OVER_PI);
  const r = x - n * PIO2_1 - n * PIO2_2 - n * PIO2_3;
  const s = (n & 1) === 0 ? sinPolynomial(r) : cosPolynomial(r);
  return (n & 2) === 0 ? s : -s;
}

export function cos(x: number): number {
  const n = Math.round(x * TWO_OVER_PI);
  const r = x - n * PIO2_1 - n * PIO2_2 - n * PIO2_3;
  const s = (n & 1) === 0 ? cosPolynomial(r) : sinPolynomial(r);
  return ((n + 1) & 2) === 0 ? s : -s;
}

const powersOfTwo = Float64Array.from({ length: 2098 }, (_, i) => 2 ** Math.max(i - 1074, -1074));
const LN2_64_HIGH = 0.01083042468962958;
const LN2_64_LOW = 6.619564634077006e-12;

// 2^(j / 64), by multiplying square roots, which every engine rounds alike.
const rootsOfTwo = Float64Array.from({ length: 64 }, (_, j) => {
  let value = 1;
  for (let bit = 32, root = Math.sqrt(2); bit >= 1; bit >>= 1, root = Math.sqrt(root)) {
    if (j & bit) value *= root;
  }
  return value;
});

/** e^x: 0 below -745, Infinity above 709.78. */
export function exp(x: number): number {
  if (!(x > -745)) return x <= -745 ? 0 : Number.NaN;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  const n = Math.round(x * (64 / Math.LN2));
  const r = x - n * LN2_64_HIGH - n * LN2_64_LOW;
  const r2 = r * r;
  const p = r + r2 * (0.5 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)));
  const root = rootsOfTwo[n & 63]!;
  const k = n >> 6;
  const mantissa = root + root * p;
  if (k > 1023) return mantissa * 2 * powersOfTwo[k - 1 + 1074]!;
  return mantissa * powersOfTwo[k + 1074]!;
}

export function tanh(x: number): number {
  const a = x < 0 ? -x : x;
  if (a > 20) return x < 0 ? -1 : 1;
  if (a < 0.1) {
    // The series, where (1 - e) / (1 + e) would lose digits.
    const z = x * x;
    return (
      x *
      (1 +
        z *
          (-1 / 3 +
            z *
              (2 / 15 +
                z *
                  (-17 / 315 +
                    z *
                      (62 / 2835 +
                        z * (-1382 / 155925 + z * (21844 / 6081075 - (z * 929569) / 638512875)))))))
    );
  }
  const e = exp(-2 * a);
  const t = (1 - e) / (1 + e);
  return x < 0 ? -t : t;
}

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Natural logarithm of x > 0; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let exponent = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= 2 ** 54;
    exponent = -54;
  }
  bits.setFloat64(0, m);
  const high = bits.getUint32(0);
  exponent += (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  m = bits.getFloat64(0);
  if (m > Math.SQRT2) {
    m /= 2;
    exponent++;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let sum = 1 / 23;
  for (let k = 21; k >= 3; k -= 2) sum = sum * z + 1 / k;
  return exponent * LN2_HIGH + (2 * s + (2 * s * z * sum + exponent * LN2_LOW));
}

/** x^y for x >= 0. */
export const pow = (x: number, y: number) => (x > 0 ? exp(y * log(x)) : 0);

export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const a = x < 0 ? -x : x;
  let y = exp(log(a) / 3);
  y -= (y * y * y - a) / (3 * y * y);
  return x < 0 ? -y : y;
}

/** The angle of the point (x, y) in radians, [-pi, pi]; 0 for the origin. */
export function atan2(y: number, x: number): number {
  const r = Math.sqrt(x * x + y * y);
  if (r === 0) return 0;
  // The tangent of a half, a quarter, an eighth of the angle: there the series is short.
  let t = x >= 0 ? y / (r + x) : (r - x) / y;
  if (!(Math.abs(t) < 1e100)) return y < 0 ? -Math.PI : Math.PI;
  for (let halvings = 0; halvings < 2; halvings++) t = t / (1 + Math.sqrt(1 + t * t));
  const z = t * t;
  let sum = 0;
  for (let k = 37; k >= 1; k -= 2) sum = 1 / k - z * sum;
  return 8 * t * sum;
}
