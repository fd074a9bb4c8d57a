import { code as plainCode } from 'virtual:kernel-training-plain';
import { code as relaxedCode } from 'virtual:kernel-training-relaxed';
import { type ComputeGradients, computeGradients } from '#core/nn/gradients.ts';
import { openGradientKernel } from './gradient-kernel.ts';

/**
 * By the fastest kernel that this thread takes; by plain code where a browser refuses WebAssembly, its SIMD, or the memory. On one
 * machine the same seed gives the same weights; on another the last bits may differ, as fused multiply-adds round once.
 */
export function openGradients(codes: readonly string[] = [relaxedCode, plainCode]): ComputeGradients {
  for (const code of codes) {
    try {
      return openGradientKernel(code);
    } catch {
      // Refused: the next.
    }
  }
  return computeGradients;
}
