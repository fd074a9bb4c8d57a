// Where the host puts what: must stay in step with src/core/cppn/kernel-program.ts.

/** Bytes of a row: the samples of a tile. Not a power of two, so that rows do not fall into the same lines of the cache. */
export const ROW: i32 = 640;

/** Fields of the parameters, in bytes. */
export const FIRST_X: i32 = 0; // i32, as the next ones up to GROUP_END
export const FIRST_Y: i32 = 4;
export const REGION_WIDTH: i32 = 8;
export const SAMPLE_COUNT: i32 = 12; // of a pixel, those for slopes included
export const SHOWN_COUNT: i32 = 16;
export const TILE_PIXELS: i32 = 20; // a multiple of 4
export const SAMPLES: i32 = 24; // address, 32 bytes each
export const COORDINATES: i32 = 28; // address, 8 bytes each: kind, row
export const COORDINATE_END: i32 = 32;
export const GROUPS: i32 = 36; // address
export const GROUP_END: i32 = 40;
export const OUTPUT_0: i32 = 44; // rows
export const OUTPUT_1: i32 = 48;
export const OUTPUT_2: i32 = 52;
export const X_ROW: i32 = 56;
export const Y_ROW: i32 = 60;
export const TILING: i32 = 64;
export const COLORING: i32 = 68;
export const POSITION: i32 = 72;
export const FLAGS: i32 = 76;
export const TABLE: i32 = 80;
export const STEPS: i32 = 84;
export const CELLS_X: i32 = 88; // address of grain cells by column of the picture, 0 where they are whole numbers of samples
export const CELLS_Y: i32 = 92;
export const DITHER: i32 = 96; // 0: ROUNDING is added instead
export const SCRATCH: i32 = 100; // address of five rows

export const MIDDLE_X: i32 = 128; // f32 from here on: pixels from which the plane is measured
export const MIDDLE_Y: i32 = 132;
export const XX: i32 = 136;
export const XY: i32 = 140;
export const YX: i32 = 144;
export const YY: i32 = 148;
export const CENTER_X: i32 = 152; // of the plane, in the middle of the picture
export const CENTER_Y: i32 = 156;
export const CENTER_R: i32 = 160;
export const CENTER_MX: i32 = 164; // sqrt(x² + .0004)
export const CENTER_MY: i32 = 168;
export const PERIOD: i32 = 172;
export const GAIN: i32 = 176;
export const SHADE: i32 = 180;
export const CHROMA: i32 = 184;
export const GRAIN: i32 = 188; // over 65535
export const EDGE: i32 = 192;
export const LINES: i32 = 196;
export const LINE_WIDTH: i32 = 200; // + .5
export const RELIEF: i32 = 204; // .35 relief / units per pixel
export const ROUNDING: i32 = 208;
export const SHARE: i32 = 212; // 1 / shown samples
export const FOLD_X: i32 = 216; // the middle of the picture within its tile
export const FOLD_Y: i32 = 220;

/** Of a sample, in bytes: what it adds to x and y of the plane, its weights in slopes, its grain cell in the pixel. */
export const SAMPLE_SIZE: i32 = 32;
export const SAMPLE_X: i32 = 0;
export const SAMPLE_Y: i32 = 4;
export const SLOPE_X: i32 = 8;
export const SLOPE_Y: i32 = 12;
export const CELL_X: i32 = 16; // i32
export const CELL_Y: i32 = 20;

/** Of a group of one or two neurons that share sources: then its links, {source row, w0, w1}, 12 bytes each. */
export const GROUP_SIZE: i32 = 56;
export const LINKS_END: i32 = 0; // address
export const ROW_0: i32 = 4;
export const ROW_1: i32 = 8; // 0: a group of one
export const LIMITS: i32 = 12; // which of these its sums need:
export const HAS_LOW: i32 = 1;
export const HAS_HIGH: i32 = 2;
export const HAS_MASK: i32 = 4;
export const ACTIVATION_0: i32 = 16;
export const ACTIVATION_1: i32 = 20;
export const BIAS_0: i32 = 24; // f32
export const BIAS_1: i32 = 28;
export const LOW_0: i32 = 32;
export const HIGH_0: i32 = 36;
export const LOW_1: i32 = 40;
export const HIGH_1: i32 = 44;
export const MASK_0: i32 = 48; // of the bits that a limited sum keeps: all, or all but the sign
export const MASK_1: i32 = 52;
export const LINK_SIZE: i32 = 12;

/** FLAGS */
export const HAS_LIGHT: i32 = 1; // tanh of the light is needed
export const HAS_RELIEF: i32 = 2;
export const HAS_CHROMA: i32 = 4;
export const HAS_GRAIN: i32 = 8;
export const HAS_LINES: i32 = 16;
export const HAS_SHADE: i32 = 32;
export const IS_DECODED: i32 = 64; // averaged in linear light
export const HAS_DIFFERENCES: i32 = 128; // all samples but a pixel's first are differences from it
