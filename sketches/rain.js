export default (p, art) => {
  p.setup = () => {
    p.createCanvas(art.width, art.height);
    p.background('#100f0d');
    p.describe('Short strokes rain along the contours of one network, thickest where it is bright.');
  };
  p.draw = () => {
    for (let drop = 0; drop < 300; drop++) {
      const x = p.random(p.width);
      const y = p.random(p.height);
      const { tone, bright, slopeX, slopeY } = art.sample(x, y);
      p.stroke(art.palette.lit(tone));
      p.strokeWeight(0.5 + 2 * bright);
      p.line(x, y, x - 9 * Math.atan(slopeY), y + 9 * Math.atan(slopeX));
    }
  };
};
