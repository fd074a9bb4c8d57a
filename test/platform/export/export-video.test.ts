import { afterEach, expect, test, vi } from 'vitest';
import { exportVideo } from '#platform/export/export-video.ts';

const size = { widthPx: 16, heightPx: 16 };

type Timed = Pick<VideoFrame, 'timestamp' | 'duration'>;

class EncodedAudioChunk {}

class EncodedVideoChunk {
  readonly type = 'key';
  readonly byteLength = 1;
  readonly timestamp: number;
  readonly duration: number | null;
  constructor({ timestamp, duration }: Timed) {
    this.timestamp = timestamp;
    this.duration = duration;
  }
  copyTo() {}
}

/** An encoder of VP8 that says what it is asked to, and writes one byte a frame. */
function stubEncoder(onFlush: () => void): void {
  class VideoEncoder {
    static isConfigSupported = async ({ codec }: VideoEncoderConfig) => ({ supported: codec === 'vp8' });
    state = 'unconfigured';
    encodeQueueSize = 0;
    readonly init: VideoEncoderInit;
    constructor(init: VideoEncoderInit) {
      this.init = init;
    }
    configure() {
      this.state = 'configured';
    }
    addEventListener() {}
    encode(frame: Timed) {
      const decoderConfig = { codec: 'vp8', codedWidth: 16, codedHeight: 16 };
      this.init.output(new EncodedVideoChunk(frame), { decoderConfig });
    }
    async flush() {
      onFlush();
    }
    close() {
      this.state = 'closed';
    }
  }
  class VideoFrame {
    readonly timestamp: number;
    readonly duration: number | null;
    readonly displayWidth = 16;
    readonly displayHeight = 16;
    readonly codedWidth = 16;
    readonly codedHeight = 16;
    constructor(_: unknown, { timestamp, duration }: Timed) {
      this.timestamp = timestamp;
      this.duration = duration;
    }
    clone() {
      return this;
    }
    close() {}
  }
  class OffscreenCanvas {
    readonly width = 16;
    readonly height = 16;
    getContext = () => ({});
  }
  const stubs = { VideoEncoder, VideoFrame, OffscreenCanvas, EncodedVideoChunk, EncodedAudioChunk };
  for (const [name, stub] of Object.entries(stubs)) vi.stubGlobal(name, stub);
}

const request = { size, framesPerSecond: 24, frameCount: 2, drawFrame: async () => undefined };

afterEach(() => vi.unstubAllGlobals());

test('gives a video of its frames', async () => {
  stubEncoder(() => undefined);
  const shares: number[] = [];
  const video = await exportVideo({ ...request, onProgress: (share) => shares.push(share) });
  expect(video?.extension).toBe('webm');
  expect(video!.file.size).toBeGreaterThan(0);
  expect(shares).toEqual([0.5, 1]);
});

test('gives none when it is cancelled while the last of it is written', async () => {
  const controller = new AbortController();
  stubEncoder(() => controller.abort(new DOMException('Cancelled.', 'AbortError')));
  await expect(exportVideo({ ...request, signal: controller.signal })).rejects.toThrow('Cancelled.');
});
