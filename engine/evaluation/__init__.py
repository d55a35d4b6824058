"""How good a restoration is: PSNR, SSIM (part 2 adds the rest)."""
