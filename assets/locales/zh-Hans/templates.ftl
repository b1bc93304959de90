## 自定义模板用不了：文件页上的说明

template-faulty = { $file }内有错误，无法使用。
template-inaccessible = 版面已排好，但因自定义模板的问题，未能制成无障碍PDF。
template-slow = { $file }排版超过{ $limit }秒，已被中止。
template-hungry = { $file }需要过多内存（超过{ $limit } MB），已被中止。
template-long = { $file }排出的页数超过{ $limit }页，已被中止。
template-ended = { $file }导致排版中断。
template-no-helper = 暂时无法使用自定义模板：本程序的第二个进程未能启动。
template-place = 第{ $line }行第{ $column }字：{ $message }
paper-use-built-in = 这次改用内置模板打印
paper-is-built-in = 当前使用内置模板，而非自定义模板；转到另一份文稿、关闭活动或自定义模板有改动时恢复使用自定义模板。
paper-use-house = 再试自定义模板
app-printed-built-in = 已按内置模板保存 PDF：{ $path }

## 文件在等什么

slow-paper-templates = 活动文件夹尚未响应，正在等待读取自定义模板；有响应即排版，可继续工作。
slow-paper-versions = 活动文件夹尚未响应，正在等待读取版本；有响应即排版，可继续工作。
slow-paper-photos = 活动文件夹尚未响应，正在等待读取照片；有响应即排版，可继续工作。
slow-paper-house = 自定义模板排版需时较长，超过20秒便会中止。
