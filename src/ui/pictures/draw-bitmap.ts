/** Shows the whole bitmap on the canvas, which takes its size. The bitmap stays open. */
export function drawBitmap(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d', { alpha: false })!.drawImage(bitmap, 0, 0);
}
