import { code } from 'virtual:kernel-training';
import { type ComputeGradients, computeGradients } from '#core/nn/gradients.ts';
import { openGradientKernel } from './gradient-kernel.ts';

/** By the kernel; by plain code where a browser refuses WebAssembly, its SIMD, or the memory. */
export function openGradients(): ComputeGradients {
  try {
    return openGradientKernel(code);
  } catch {
    return computeGradients;
  }
}
